"""Invented names: places, firms, organs.  None is meant to be anyone's; what is real is how such names are built.

Names of one split never occur in another: places and firm words are dealt out by their position in the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

Split = Literal["train", "validate", "test"]
Emblem = Literal["star", "national_emblem", "none"]

_PLACES = (
    "云州 安澜 清河口 临溪 望江岭 南屏 青禾 石桥 白鹭 松岭 澄湖 "
    "东篱 鹤鸣 丹枫 碧潭 沙洲 梅岭 竹溪 平川 雁栖 汀兰 凤栖 "
    "玉泉洲 长亭 北固洲 麦塘 归云 流沙湾 半坡 银杏湾 栖霞口 龙脊 "
    "桑田 兰皋 桃源岭 枫桥湾 秋浦 海棠坞 星沙洲 双塔 铜锣湾子 "
    "晴川 芦荻 烟雨洲 落雁 紫荆岭 金穗 稻香口 "
)
PLACES = tuple(_PLACES.split())
_WORDS = (
    "明衡 正序 嘉诺 启澄 恒简 瑞砚 致衡 博砚 安序 泽林 鸿砺 "
    "信筑 德润 众合源 金穗通 融汇达 天勤 中弘安 华晟 盛世嘉 "
    "鼎立信 元亨 利贞 君泽同 国浩然 百川汇 宏远图 永昌隆 富春源 "
    "广聚合 捷信安 乐易融 云启智 数联 普惠宝 诚至 金诺兴 维权通 "
    "法直达 衡平 方圆正 公允 立言 行知 格致 光华里 东方澄 西岭雪 "
)
WORDS = tuple(_WORDS.split())
LINES = tuple("科技 信息技术 网络科技 信息咨询 企业管理 商务服务 资产管理 投资管理 融资租赁 法律咨询 数据服务".split())  # noqa: SIM905
SURNAMES = tuple("王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程")


@dataclass(frozen=True, slots=True)
class Organ:
    """A kind of body that has a seal."""

    pattern: str
    """{p}: a place, {w}: a firm's word, {l}: its line of business."""
    emblem: Emblem
    diameter_mm: float
    bottoms: tuple[str, ...] = ()
    """Lines that may stand below the centre; "" where the seal may have none."""


SPECIAL = ("", "", "合同专用章", "财务专用章", "业务专用章", "法务专用章", "合同专用章(1)", "电子合同专用章")
# Emblems and sizes: 国发〔1999〕25号, rules on court seals of 2002-05-22, local rules on firms' seals.
ORGANS = (
    Organ("{p}省高级人民法院", "national_emblem", 50),
    Organ("{p}市中级人民法院", "national_emblem", 47),
    Organ("{p}市{p2}区人民法院", "national_emblem", 45),
    Organ("{p}县人民法院", "national_emblem", 45),
    Organ("{p}市{p2}区人民法院", "star", 42, ("执行局", "诉讼服务中心", "立案庭", "第一审判庭")),
    Organ("{p}县人民检察院", "national_emblem", 45),
    Organ("{p}市公安局", "national_emblem", 45),
    Organ("{p}市公安局{p2}分局", "national_emblem", 42),
    Organ("{p}县公安局{p2}派出所", "star", 40),
    Organ("{p}市人民政府", "national_emblem", 45),
    Organ("{p}市司法局", "star", 42),
    Organ("{p}省{w}律师事务所", "star", 42, ("", "", "律师函专用章", "业务专用章")),
    Organ("{p}{w}律师事务所", "star", 42, ("", "", "函件专用章")),
    Organ("{p}{w}({p2})律师事务所", "star", 42),
    Organ("{p}{w}{l}有限公司", "star", 40, SPECIAL),
    Organ("{p}市{w}{l}有限公司", "star", 40, SPECIAL),
    Organ("{p}{w}{l}有限责任公司", "star", 40, SPECIAL),
    Organ("{p}{w}{l}有限公司{p2}分公司", "star", 40, SPECIAL),
    Organ("{p}{w}小额贷款有限公司", "star", 40, SPECIAL),
    Organ("{w}消费金融有限公司", "star", 42, SPECIAL),
    Organ("{p}{w}融资担保股份有限公司", "star", 42, SPECIAL),
    Organ("{p}银行股份有限公司{p2}支行", "star", 42, ("", "业务专用章", "个人贷款专用章")),
    Organ("{p}市{p2}区人民调解委员会", "star", 42),
    Organ("{p}{w}商事调解中心", "star", 42, ("", "调解专用章")),
    Organ("{p}仲裁委员会", "star", 42, ("", "仲裁专用章")),
    Organ("{p}市{p2}街道办事处", "star", 42),
    Organ("{p}县{p2}乡人民政府", "star", 42),
    Organ("{p}市{w}学校", "star", 42),
)


def dealt(items: tuple[str, ...], split: Split) -> tuple[str, ...]:
    """The items that belong to this split: of five, three to train, one to each other."""
    lots = {"train": (0, 1, 2), "validate": (3,), "test": (4,)}[split]
    return tuple(each for index, each in enumerate(items) if index % 5 in lots)


def pick(rng: np.random.Generator, items: tuple[str, ...]) -> str:
    """One of the items."""
    return items[int(rng.integers(len(items)))]


def name_of(organ: Organ, rng: np.random.Generator, split: Split) -> str:
    """An invented name of such a body."""
    places = dealt(PLACES, split)
    return organ.pattern.format(
        p=pick(rng, places), p2=pick(rng, places), w=pick(rng, dealt(WORDS, split)), l=pick(rng, LINES)
    )


def person(rng: np.random.Generator, split: Split) -> str:
    """Two or three signs of an invented person's name."""
    given = "".join(dealt(WORDS, split))
    letters = tuple(given)
    return pick(rng, SURNAMES) + "".join(pick(rng, letters) for _ in range(int(rng.integers(1, 3))))
