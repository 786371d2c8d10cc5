from __future__ import annotations

import pytest
from build import evidence, findings

from forgecheck.judge.metadata import editor_named

TOOL = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><a xmp:CreatorTool="{}"/></x:xmpmeta>'
)


@pytest.mark.parametrize(
    "texts",
    [
        {},
        {"exif:Software": "Android UP1A.231005.007"},
        {"exif:Software": "MIUI", "exif:Make": "Xiaomi"},
        {"exif:Software": "16.5.1"},
        {"exif:Software": "HUAWEI ELE-AL00 10.1.0"},
        {"exif:Software": "CamScanner"},
        {"exif:Software": "扫描全能王"},
        {"exif:Software": "Adobe Scan for Android"},
        {"exif:Software": "Microsoft Windows Photo Viewer 10"},
        {"exif:Make": "Meitu", "exif:Model": "MEITU T8"},
        {"exif:Artist": "Photoshop"},
        {"png:Title": "How to use Photoshop"},
        {"pdf:Producer": "WPS Office"},
        {"pdf:Producer": "Microsoft® Word 2019"},
        {"pdf:Producer": "Adobe Acrobat Pro 11.0", "pdf:Creator": "Adobe PDF Library 15"},
        {"pdf:Producer": "iText 5.5.9; e签宝"},
        {"exif:Software": "Canvasser 2"},
        {"png:Software": "Adobe ImageReady"},
        {"jpeg:comment": "CREATOR: gd-jpeg v1.0"},
    ],
    ids=str,
)
def test_silent_on_phones_scanners_and_office_programs(texts: dict[str, str]):
    assert findings(editor_named, evidence("律师函", texts=texts)) == []


def test_silent_on_names_in_xmp_that_are_not_tools():
    packet = (
        '<x xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:ColorMode="3">'
        "<photoshop:ICCProfile>sRGB Photoshop</photoshop:ICCProfile></x>"
    )
    assert findings(editor_named, evidence("律师函", xmp=packet)) == []
    assert findings(editor_named, evidence("律师函", xmp=TOOL.format("Adobe Photoshop")[:-2])) == []


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        ({"exif:Software": "Adobe Photoshop 25.0 (Windows)"}, "Adobe Photoshop"),
        ({"exif:Software": "GIMP 2.10.36"}, "GIMP"),
        ({"jpeg:comment": "Created with GIMP"}, "GIMP"),
        ({"exif:Software": "Meitu 9.8.5"}, "美图秀秀"),
        ({"exif:Software": "美图秀秀"}, "美图秀秀"),
        ({"exif:Software": "Snapseed 2.0"}, "Snapseed"),
        ({"exif:Software": "PicsArt"}, "PicsArt"),
        ({"png:Software": "www.photopea.com"}, "Photopea"),
        ({"png:Software": "paint.net 5.0.12"}, "Paint.NET"),
        ({"pdf:Producer": "Canva"}, "Canva"),
        ({"pdf:Creator": "稿定设计"}, "稿定设计"),
        ({"exif:Software": "醒图"}, "醒图"),
    ],
)
def test_an_editor_is_a_weak_hint_and_is_named(texts: dict[str, str], name: str):
    (found,) = findings(editor_named, evidence("律师函", texts=texts))
    assert (found.severity, found.evidence["program"], found.evidence["field"]) == ("weak", name, next(iter(texts)))
    assert name in found.says.zh
    assert name in found.says.en


def test_an_editor_in_xmp_is_named():
    (found,) = findings(editor_named, evidence("律师函", xmp=TOOL.format("Adobe Photoshop CC 2019 (Macintosh)")))
    assert found.evidence["field"] == "xmp:CreatorTool"


def test_one_program_is_said_once():
    given = evidence("律师函", texts={"exif:Software": "Adobe Photoshop 25.0"}, xmp=TOOL.format("Adobe Photoshop 25.0"))
    assert len(findings(editor_named, given)) == 1


def test_a_very_long_field_costs_no_time():
    assert findings(editor_named, evidence("律师函", texts={"exif:Software": "a" * 1_000_000})) == []
