"""A real Chromium without a window, driven by the system's own driver."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
MISSING = "needs chromium and chromedriver (Debian: apt-get install chromium chromium-driver)"
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--hide-scrollbars"),
    *("--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
WAIT_S = 30
PHONE, TABLET, DESKTOP = (360, 740), (768, 1024), (1440, 900)
AXE = Path(__file__).with_name("vendor") / "axe.min.js"


class Browser:
    """Chromium with the few things that the tests do with it."""

    def __init__(self, driver: Chrome, url: str, downloads: Path) -> None:
        self.driver = driver
        self.url = url
        self.downloads = downloads

    def reset(
        self, size: tuple[int, int] = DESKTOP, dark: bool = False, touch: bool = False, scripts: bool = True
    ) -> None:
        """An empty page on a device like this."""
        self.driver.get("about:blank")
        width, height = size
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch}
        self.cdp("Emulation.setDeviceMetricsOverride", **screen)
        self.cdp("Emulation.setTouchEmulationEnabled", enabled=touch)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        still = {"name": "prefers-reduced-motion", "value": "reduce"}  # the driver would click where things were
        self.cdp("Emulation.setEmulatedMedia", features=[scheme, still])
        self.cdp("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.errors()

    def cdp(self, command: str, **arguments: Any) -> Any:
        """One command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(command, arguments)

    def open(self, path: str = "/") -> None:
        self.driver.get(path if path.startswith("http") else self.url + path)

    def find(self, css: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def all(self, css: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script in the page returns; a promise is waited for."""
        return self.driver.execute_script(script, *arguments)

    def until(self, holds: Any) -> Any:
        """Wait until the call gives something true, or fail; a page that changes meanwhile is looked at again."""
        return WebDriverWait(self.driver, WAIT_S, 0.05, [StaleElementReferenceException]).until(lambda _: holds())

    def until_result(self) -> str:
        """Wait for a verdict; its words."""
        return str(self.until(lambda: next((each.text for each in self.all("#verdict")), None)))

    def errors(self) -> list[str]:
        """What the console complained of since the last call: failed scripts, and all that the policy forbids."""
        return [each["message"] for each in self.driver.get_log("browser") if each["level"] == "SEVERE"]

    def saved(self, name: str) -> bytes:
        """A file that was downloaded under this name."""
        path = self.downloads / name
        self.until(lambda: path.is_file() and not path.with_suffix(path.suffix + ".crdownload").exists())
        data = path.read_bytes()
        path.unlink()
        return data


@contextmanager
def browsing(url: str, folder: Path) -> Iterator[Browser]:
    """A browser with an empty profile, ended at the end."""
    options, downloads = ChromeOptions(), folder / "downloads"
    downloads.mkdir()
    options.binary_location = str(CHROMIUM)
    for flag in (*FLAGS, f"--user-data-dir={folder / 'profile'}"):
        options.add_argument(flag)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = Chrome(options=options, service=Service(DRIVER))
    driver.set_script_timeout(WAIT_S)
    try:
        yield Browser(driver, url, downloads)
    finally:
        driver.quit()
