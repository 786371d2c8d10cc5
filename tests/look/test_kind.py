"""Kinds on texts of our own wording: every kind is found, and what only talks of debts and courts is "other"."""

import re
import time
from pathlib import Path

import numpy as np
import pytest
from build import evidence

from forgecheck.evidence import Flow, Page, TextLine
from forgecheck.look import kind
from forgecheck.look.flow import flow
from forgecheck.look.kind import classify
from forgecheck.look.shape import shape

KINDS = {
    "lawyer_letter": [
        "广东正平律师事务所\n律师函\n"
        "（2024）正平律函字第018号\n李某某：\n广东正平律师事务所接受某某银行股份有限公司的委托，指派本所律师向您致函。"
        "\n特此函告\n广东正平律师事务所\n2024年5月6日",
        "律 师 催 告 函\n致：王某\n"
        "本所受某某消费金融有限公司委托，指派张某律师就借款事宜函告如下：\n请于收函后三日内联系还款。\n浙江清和律师事务所",
        "北京市明远（深圳）律师事务所\n关于偿还借款的律师函\n陈某先生：\n您在委托人处的借款已逾期，请尽快还款。",
        "律师函\n尊敬的客户：\n本律师受委托人委托，就您的信用卡欠款郑重致函。\n江苏同理律师事务所\n二〇二五年一月八日",
        "四川众信律师事务所\n函\n赵某：\n四川众信律师事务所依法接受出借人委托，现函告如下，望及时履行。",
    ],
    "contract_cancellation": [
        "解除合同通知书\n刘某：\n"
        "因您未按约还款，我司决定自本通知送达之日起解除与您签订的《借款合同》。\n某某小额贷款有限公司\n2024年3月1日",
        "贷款提前到期通知书\n孙某：\n根据合同约定，我行宣布贷款提前到期。\n某某银行股份有限公司",
        "合同解除告知书\n周某：\n双方签订的分期合同自本函送达之日解除。",
        "关于解除借款合同的通知\n吴某：\n现通知解除借款合同，并要求一次性清偿。",
    ],
    "court_notice": [
        "广东省深圳市南山区人民法院\n传票\n案号：（2024）粤0305民初1234号\n"
        "被传唤人：钱某\n应到时间：2024年6月3日9时\n审判员 孙某\n书记员 李某",
        "杭州市西湖区人民法院\n应诉通知书\n（2024）浙0106民初88号\n周某：\n本院已受理原告某公司诉你借款合同纠纷一案。",
        "湖南省长沙市岳麓区人民法院\n民事判决书\n（2023）湘0104民初77号\n"
        "原告：某公司\n本院认为，判决如下。\n审判员 某某\n书记员 某某",
        "云南省昆明市五华区人民法院\n送达回证\n案号：（2024）云0102民初7号\n受送达人：某某\n送达人：李某",
        "某某市某某区人民法院\n诉讼费用交费通知书\n（2025）内0105民初7号\n某某公司：\n应交纳案件受理费2300元。",
        "广州互联网法院\n民 事 裁 定 书\n(2024)粤0192民初999号\n裁定如下：准许撤诉。",
        "成都市武侯区人民法院\n执行通知书\n（2024）川0107执123号\n郑某：\n责令你履行生效法律文书确定的义务。",
        "某市某区人民法院\n诉前调解通知书\n（2024）川0104民诉前调801号\n请于收到后七日内联系调解员。",
        "上海市浦东新区人民法院\n举证通知书\n（2022）沪0115民初13290号\n当事人应当在举证期限内提交证据。",
    ],
    "dishonest_debtor_notice": [
        "江苏省昆山市人民法院\n失信决定书\n（2024）苏0583执321号\n本院决定将冯某纳入失信被执行人名单。",
        "失信被执行人公告\n现将下列人员列入失信被执行人名单，予以公布。",
        "关于纳入失信被执行人名单的通知\n陈某：\n你将被纳入失信人员名单。",
        "山东省单县人民法院\n纳入失信被执行人名单决定书\n（2023）鲁1722执55号",
    ],
    "consumption_restriction_order": [
        "广东省广州市天河区人民法院\n限制消费令\n"
        "（2024）粤0106执2222号\n何某：\n本院对你采取限制消费措施，不得有以下高消费行为。",
        "限 制 高 消 费 令\n许某：\n不得乘坐飞机、高铁。",
        "重庆市渝北区人民法院\n限制消费令\n被执行人：某某",
        "限高令通知\n因你拒不履行，现对你限制高消费。",
    ],
    "police_notice": [
        "深圳市公安局南山分局\n立案告知书\n某某：\n你单位报称的被诈骗一案，我局认为符合立案条件。",
        "某某市公安局\n行政处罚决定书\n某公（治）行罚决字〔2025〕4号\n违法行为人：某某\n现查明某某散布恐吓信息。",
        "杭州市公安局西湖区分局\n传唤证\n根据规定，现传唤涉嫌诈骗的沈某。",
        "拘捕令\n犯罪嫌疑人韩某，涉嫌贷款诈骗，现予以拘捕。\n某市公安局经侦支队",
        "上海市公安局浦东分局\n协查通知书\n请配合调查，涉嫌诈骗。",
    ],
    "collection_notice": [
        "逾期催收通知\n尊敬的客户：\n您的借款已逾期30天，请于今日内还款。\n某某金融服务有限公司",
        "催 款 函\n杨某：\n您尚欠本息12000元，请于三日内清偿。\n某某小额贷款有限公司",
        "法务函\n朱某：\n你已严重逾期，我部将安排上门走访户籍地，请立即还款。\n某某法务部",
        "上门通知书\n秦某：\n您拖欠的款项至今未还，工作人员将前往户籍地走访。",
        "债权转让通知书\n尤某：\n您逾期的债权已转让，请尽快向受让方还款。",
        "还款通知\n借款人许某：借款已逾期，请立即结清全部本息。",
    ],
    "sms_screenshot": [
        "1069 0333 1234 567\n短信/彩信\n今天 10:21\n【某某金融】您的借款已逾期，请尽快还款。",
        "12368\n2024年5月6日\n【佛山市禅城区人民法院】请查收（2025）粤0604执保9654号案件相关文书。",
        "+86 138 0000 1234\n你好，我是某某律师事务所的，你的案件即将起诉。",
        "【某某银行】您尾号1234的信用卡本期账单已出。拒收请回复R",
        "95588\n昨天 09:00\n您的贷款将于5日扣款，请保持余额充足。",
        "<1068 1234 5678\n【某某法务】最后通知，今日18点前未处理将起诉。",
    ],
    "chat_screenshot": [
        "律师小王\n昨天 10:30\n你的案子已经走流程了\n昨天 10:32\n什么流程\n按住 说话",
        "催收小李\n对方正在输入...\n你今天能还多少\n[图片]",
        "微信\n以上是打招呼的内容\n你已添加了法务专员，现在可以开始聊天了。\n下午 3:12\n请尽快处理欠款",
        "逾期交流群(128)\n星期三 20:15\n有人收到传票了吗\n发送",
        "张专员\n撤回了一条消息\n上午 9:05\n请问什么时候还",
    ],
    "debt_relief_ad": [
        "负债上岸中心\n停息挂账 个性化分期\n网贷、信用卡逾期都能办\n免费咨询",
        "债务优化专业团队\n协商还款，最长60期，不成功不收费\n扫码添加老师",
        "信用卡逾期怎么办？\n代理维权 反催收 退息退费\n加微信了解",
        "征信修复 逾期铲单\n先办理后付款，名额有限",
    ],
}
OTHER = [
    "今日菜单\n宫保鸡丁 28元\n鱼香肉丝 26元\n米饭 2元",
    "增值税电子普通发票\n购买方 某某有限公司\n价税合计 壹佰元整\n销售方 某某律师事务所\n开票日期 2024年05月06日",
    "关于2024年国庆节放假的通知\n各部门：\n10月1日至7日放假，请做好安排。\n某某科技有限公司\n2024年9月20日",
    "第三章 民事诉讼\n"
    "人民法院应当在立案之日起五日内将起诉状副本发送被告。传票应当提前三日送达。\n思考题：什么是举证责任？",
    "律师函怎么写？范本\n律师函\n致：某某公司\n本所受委托……",
    "记者 王某 报道：某法院日前将一名被执行人纳入失信被执行人名单，并发出限制消费令。",
    "设置\n蓝牙\n无线局域网\n通知\n隐私",
    "我的账单\n本期应还 1,234.00\n还款日 10月5日\n立即还款",
    "会议纪要\n时间：2024年3月5日\n参会：法务部、财务部\n讨论了逾期账款的催收办法。",
    "实验报告\n实验目的：测定重力加速度\n结论：误差在允许范围内",
    "招聘律师助理\n某某律师事务所诚聘，要求本科以上学历，有意者投递简历",
    "快递单\n收件人 张某\n电话 138****1234\n地址 某市某区某路1号",
    "住院病历\n姓名：李某\n主诉：咳嗽三天",
    "请假条\n尊敬的老师：\n我因感冒需请假一天。\n学生 王某",
    "某某大学\n录取通知书\n赵某同学：\n你已被我校录取，请于9月1日报到。",
    "房屋租赁合同\n出租方：甲\n承租方：乙\n第一条 租赁期限一年\n逾期支付租金的，应支付违约金。",
    "天气\n今天 晴 25°\n明天 多云 22°",
    "中华人民共和国刑法\n第一百九十三条 贷款诈骗罪\n第一百九十六条 信用卡诈骗罪",
    "营业执照\n名称 某某科技有限公司\n统一社会信用代码 91440300MA5TEQT04D\n类型 有限责任公司",
    "用户协议\n您应当按时还款，逾期的，平台有权依法催收并向人民法院起诉。",
    "首页 推荐 热门\n【夏季赛】昨日精彩回放\n12.5万播放 3月5日",
    "音乐播放器\n正在播放\n歌单 收藏 下载",
    "小说连载 第十二章\n法官敲下法槌，被告席上的人低下了头。他逾期未还的那笔钱，终究没有还上。",
    "转账成功\n收款方 某某公司\n金额 500.00元\n时间 2024-05-06 10:00:00",
    "停车缴费通知\n车牌 粤B12345\n请于离场前缴费",
    "社区公告\n6月1日停水检修，请居民提前储水。\n某某社区居委会",
    "",
]


@pytest.mark.parametrize(("right", "text"), [(kind, text) for kind, texts in KINDS.items() for text in texts])
def test_each_kind_is_known_by_its_words(right: str, text: str) -> None:
    said = evidence(text).kind
    assert said is not None
    assert said.type == right, said
    assert said.confidence >= 0.4
    assert said.reasons


@pytest.mark.parametrize("text", OTHER)
def test_what_only_talks_of_debts_and_courts_is_other(text: str) -> None:
    said = evidence(text).kind
    assert said is not None
    assert said.type == "other", said


def test_a_page_that_was_not_read_has_no_kind() -> None:
    assert evidence(None).kind is None


def test_reasons_are_the_phrases_that_spoke() -> None:
    said = evidence(KINDS["lawyer_letter"][0]).kind
    assert said is not None
    assert "律师函" in said.reasons


def written() -> list[tuple[str, str, str]]:
    """Kind, name and text of each text in ``kinds/``; wordings of our own, with hard ones of every kind."""
    found = []
    for path in sorted((Path(__file__).parent / "kinds").glob("*.txt")):
        _, *rest = re.split(r"^=== (.+)\n", path.read_text("utf-8"), flags=re.MULTILINE)
        found += [(path.stem, name, text.strip("\n")) for name, text in zip(rest[::2], rest[1::2], strict=True)]
    return found


def f1(kind: str, pairs: list[tuple[str, str]]) -> float:
    hits = sum(kind == right == said for right, said in pairs)
    return 2 * hits / (sum(kind == right for right, _ in pairs) + sum(kind == said for _, said in pairs))


def test_kinds_of_many_wordings_are_told_apart():
    pairs = [(right, evidence(text).kind.type) for right, _, text in written()]
    kinds = {right for right, _ in pairs}
    assert len(pairs) > 300
    assert len(kinds) == 11
    assert sum(f1(kind, pairs) for kind in kinds) / len(kinds) >= 0.97
    assert min(f1(kind, pairs) for kind in kinds) >= 0.9


def test_a_chat_about_dinner_is_plainly_a_chat():
    assert evidence("小美\n昨天 18:30\n今晚吃火锅吗\n18:31\n好呀，几点\n18:32\n六点半").kind.type == "chat_screenshot"


def test_every_feature_has_its_fitted_weights():
    assert list(kind.weights()) == [kind.BIAS, *(each.name for each in kind.features())]
    assert len({each.name for each in kind.features()}) == len(kind.features())


def test_lines_from_two_sides_make_short_words_a_chat():
    words = ["材料看了", "嗯", "明天答复您", "麻烦了", "不客气"]

    def page(lefts: list[float]) -> Page:
        made = [
            TextLine(text, ((x, y), (x + 160, y), (x + 160, y + 40), (x, y + 40)), 0.98)
            for text, x, y in zip(words, lefts, range(300, 1300, 200), strict=True)
        ]
        return Page(1, np.full((1600, 1080, 3), 255, np.uint8), lines=tuple(made))

    def told(page: Page) -> str:
        return classify(flow((page,)), (), (page,)).type

    assert told(page([100, 820, 100, 820, 100])) == "chat_screenshot"
    assert "two_sides" in shape(words, (page([100, 820, 100, 820, 100]),))
    assert "two_sides" not in shape(words, (page([100] * 5),))


def test_one_screenshot_is_one_page():
    text = "小美\n昨天 18:30\n今晚吃火锅吗\n18:31\n好呀，几点"
    page = evidence(text).pages[0]
    assert classify(evidence(text).flow, (), (page, page)).type != "chat_screenshot"


@pytest.mark.parametrize("bit", ["还款", "限制", "本院认为", "12:00\n", "解除", "\n微信(3)", "您", "（（（「"])
def test_a_hostile_megabyte_is_quick(bit: str):
    text = (bit * 330_000)[:330_000]
    line = TextLine(text, ((0, 0), (9, 0), (9, 9), (0, 9)), 0.9)
    given = Flow(text, tuple((1, line, at) for at in range(len(text))))
    started = time.process_time()
    classify(given, (), ())
    assert time.process_time() - started < 4.0
