"""Demo data: invented, believable, and the same every time. `assets/demo.yaml` and `assets/demo_segments.yaml` hold the parameters."""
