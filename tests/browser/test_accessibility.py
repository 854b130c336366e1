"""What a file is wrong in is told to everybody."""

from pathlib import Path

from tests.browser.site import Site


def test_the_rows_of_a_file_with_errors_are_told_to_a_screen_reader_and_scroll_in_their_place(
    site: Site, tmp_path: Path
) -> None:
    file = tmp_path / "virheitä.csv"
    columns = [f"Luku {number}" for number in range(12)]
    file.write_text(
        f"Kunta;Vuosi;{';'.join(columns)}\nTuusula;2024{';1' * 12}\nJärvenpää;joskus;x{';1' * 11}\n", encoding="utf-8"
    )
    site.open("/tuonti").upload(file)
    assert site.violations() == []
    described = site.main.locator(".keko-file [aria-describedby]").all()
    assert len(described) == 2  # the year and the figure that are none
    for cell in described:
        assert site.page.locator(f"[id='{cell.get_attribute('aria-describedby')}']").count() == 1
    site.page.set_viewport_size({"width": 390, "height": 844})
    assert site.page.evaluate("document.scrollingElement.scrollWidth") <= 390
