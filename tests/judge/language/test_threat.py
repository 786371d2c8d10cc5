import pytest
from build import evidence, findings, unable
from genuine import GENUINE
from papers import papers

from forgecheck.judge.language import threat

QUIET = (
    "【某某银行】您的贷款已逾期，请尽快还款，由此产生的一切后果由您承担。",
    "【某某派出所】近期有网贷平台威胁“不还钱就打断你的腿”，遇到请报警。",
    "催收威胁要弄死我怎么办？我只是网贷逾期了。",
    "律师函\n致：张某某\n您的借款已逾期，请于七日内还款，否则后果自负。\n某某律师事务所",
    "【某某物业】请业主按时缴纳物业费，逾期将收取违约金，后果自负。",
    "某某消费金融催收规范：不得对客户说“让你全家不得安宁”等威胁的话，违者开除。您的还款请放心。",
    "您的信用卡逾期，请注意孩子开学费用安排，合理还款。",
    "我们每天9点至20点提供还款咨询，您的账单可在APP查询。",
    "他们说要泼油漆，您的欠款我可以帮忙问问吗？",
    "某某市人民法院\n刑事判决书\n被告人为催收欠款多次扬言弄死你全家，本院认为其行为构成寻衅滋事罪。",
    "这部电影里，债主送花圈上门催收欠款，您看过吗",
    "还款提醒：您的账单明日到期，请注意查收。",
    "您好，我们会在24小时内拨打您的电话，请保持畅通。",
    "本行客服热线24小时不间断为您服务。",
    "别怪我们没有提醒您，请按时还款。",
    "请把照片做成电子版发给我们。",
)


@pytest.mark.parametrize("text", [*GENUINE, *QUIET, *papers().values()])
def test_silent_on_genuine(text: str):
    assert findings(threat, evidence(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "您不处理欠款，我们将安排24小时不间断轮班拨打您的电话，直到还清。",
        "再不还钱，别怪我们去你孩子学校、你父母家里找人。",
        "欠钱不还，再装死就把你照片P成遗照发出去。",
        "13800138000\n你的借款再不还，我们就去打断你的腿",
        "【某某催收】您的欠款今天不还，让你全家不得安宁",
        "17012345678\n你网贷逾期，小心你的孩子出事，我们找得到你",
        "你欠钱不还，明天给你家送花圈，等着",
        "你的欠款不还我们天天去你家闹，轮流打爆你的电话",
        "你的网贷逾期不还就让你抬不起头",
    ],
)
def test_strong_on_violence_and_harm_to_the_family(text: str):
    (finding,) = findings(threat, evidence(text, type="sms_screenshot"))
    assert finding.severity == "strong"
    assert finding.place is not None


def test_a_hint_on_heaped_phrases():
    text = "法务函\n张某：你的欠款限今日还清，切勿心存侥幸，否则后果自负！\n某某法务部"
    (finding,) = findings(threat, evidence(text))
    assert finding.severity == "weak"


def test_noise_of_the_reader_does_not_hide_a_threat():
    (finding,) = findings(threat, evidence("你的网货逾期不还，小心 你的 家人 死全 家", type="sms_screenshot"))
    assert finding.severity == "strong"


def test_says_when_nothing_could_be_read():
    assert unable(threat, evidence(None))


@pytest.mark.parametrize(
    "text",
    [
        "【某某信息】张三，今晚23点至次日5点我司将不间断拨打您的电话直至还款500元。",
        "你的借款不还，凌晨三点我们照样打你电话",
        "欠款今天不处理，半夜给你家里人和你打电话，你别想睡",
        "您逾期未还，我司将于每晚22:00后对您进行电话呼叫，深夜给您发短信",
        "你不还钱，夜里十二点去你家门口，看你还不还款",
        "若您不还款，我司每日拨打您电话不少于一百次。",
        "您的欠款再不还，每天打你200个电话",
        "网贷逾期不还，一天几百个电话打到你关机",
        "你的逾期再不处理，每小时给你打三十次电话",
    ],
)
def test_strong_on_calls_at_night_and_by_the_hundred(text: str):
    (finding,) = findings(threat, evidence(text, type="sms_screenshot"))
    assert finding.severity == "strong"


@pytest.mark.parametrize(
    "text",
    [
        "今晚23点至次日5点系统维护，还款请拨打95588。",
        "您的借款将于凌晨0点自动扣款，请保证余额充足。",
        "我司不会在22点至次日8点致电您催收欠款。",
        "您的还款提醒电话每天不超过3次。",
        "请于22:00前还款，逾期将致电您。",
        "每天9点至20点，您可拨打客服电话咨询还款。",
        "您的账单每天产生利息30元，请还款。",
        "您每日最多可还款100次，请留意。",
        "如您凌晨收到催收电话，请向我行投诉，您的欠款不受影响。",
        "您本月账单500元，每天还款100元也可以。",
        "截至今日0时，您的借款逾期30天，我司已打电话两次提醒。",
    ],
)
def test_silent_on_hours_and_numbers_of_service(text: str):
    assert findings(threat, evidence(text, type="sms_screenshot")) == []
