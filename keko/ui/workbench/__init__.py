"""The workbench on the import page: files looked at, corrected, described, tried dry, published, taken back."""
