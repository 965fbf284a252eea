"""Personal data: columns that hold it, and traces of it inside open answers.

A column counts as personal when its heading asks for a name, phone number, mail or postal address,
IP, messenger account or identity number, or when most of its cells look like one. Such a column is
kept out of everything: frame, log, report.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

import numpy as np
import pandas as pd

from survey_kit.questionnaire.headings import Heading
from survey_kit.questionnaire.wording import question_key

MASK = "***"

_ASKING = r"(?:请(?:您)?(?:填写|输入|留下|提供)|填写|输入|您的|你的|您|本人|受访者|答卷人|填写人|联系人|your|the|please|enter|respondent|respondents)*"
_WHAT_ZH = (
    r"姓名|名字|真实姓名|电话|电话号码|联系电话|手机|手机号|手机号码|联系方式|电子邮箱|电子邮件|邮箱|邮箱地址|邮件地址|电邮"
    r"|微信|微信号|微信昵称|微信openid|昵称|qq|qq号|qq号码|身份证|身份证号|身份证号码|证件号|证件号码|护照号|护照号码"
    r"|家庭住址|家庭地址|住址|通讯地址|通信地址|详细地址|银行卡号|银行账号|来自ip|ip|ip地址|用户名|工号|学号"
)
_WHAT_EN = (
    r"name|fullname|firstname|lastname|surname|familyname|givenname|phone|phonenumber|telephone|telephonenumber|tel|mobile"
    r"|mobilephone|mobilenumber|cellphone|email|emailaddress|mail|mailaddress|wechat|wechatid|weixin|whatsapp|qqnumber|ipaddress"
    r"|idnumber|idcard|idcardnumber|identitynumber|nationalid|passport|passportnumber|ssn|socialsecuritynumber|homeaddress"
    r"|postaladdress|streetaddress|username|recipientlastname|recipientfirstname|recipientemail|locationlatitude|locationlongitude"
    r"|latitude|longitude"
)
_HEADING = re.compile(rf"^(?:\d{{0,3}}){_ASKING}(?:{_WHAT_ZH}|{_WHAT_EN})(?:是|为|是什么|信息)?$")

_MAIL = r"[A-Za-z0-9._%+\-]{1,64}@(?:[A-Za-z0-9\-]{1,63}\.){1,8}[A-Za-z]{2,24}"
_IDENTITY = (
    r"(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])"
)
_PHONE = (
    r"(?<![\d.])(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)"
    r"|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)"
    r"|(?<![\d+])\+\d{1,3}[-\s]?\(?\d{2,4}\)?(?:[-\s]?\d{2,4}){2,3}(?!\d)"
)
_IP = r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])"
_ACCOUNT = r"(?:微信号?|wechat|weixin|vx|QQ号?)\s*(?:id|是|为)?\s*[:：]?\s*[A-Za-z0-9][-_A-Za-z0-9]{4,19}"
_TRACE = re.compile(rf"{_MAIL}|{_IDENTITY}|{_PHONE}|{_IP}|{_ACCOUNT}", re.IGNORECASE)
_WHOLE_CELL = re.compile(
    rf"^\s*(?:{_MAIL}|{_IDENTITY}|{_PHONE}|{_IP}(?:[(（][^()（）]*[)）])?)\s*(?:\.0)?\s*$", re.IGNORECASE
)
_WIDEST = 400
"""Only this much of a cell is looked at when a column is judged."""


def is_personal(text: str) -> bool:
    """Whether a heading asks for personal data and nothing else.

    "您的手机号码：" does; "我对电话服务满意" does not.

    Examples
    --------
    >>> is_personal("1、您的姓名："), is_personal("E-mail address"), is_personal("我的姓名常被叫错")
    (True, True, False)
    """
    return bool(_HEADING.match(question_key(text).replace("_", "")))


def without_asking(key: str) -> str:
    """The key of a heading without number and words that ask: "您的工号" asks for "工号".

    Examples
    --------
    >>> without_asking("9请填写您的工号"), without_asking("yourstaffnumber")
    ('工号', 'staffnumber')
    """
    return re.sub(rf"^\d{{0,3}}{_ASKING}", "", key)


def mask(text: str) -> str:
    """The text with phone numbers, mail addresses, identity numbers, IPs and accounts struck out.

    Examples
    --------
    >>> mask("call 13800000000 or a.b@example.org")
    'call *** or ***'
    """
    return _TRACE.sub(MASK, text)


def holds_personal_data(series: pd.Series) -> bool:
    """Whether most cells of a column are a phone number, mail address, identity number or IP."""
    values = series.to_numpy()
    if values.dtype.kind in "bM":
        return False
    if values.dtype.kind in "iuf":
        known = values[np.isfinite(values)]
        if not known.size or not ((known >= 1e10) & (known < 1e19)).mean() > 0.5:
            return False
        sample = [f"{value:.0f}" for value in known[:200]]
    else:
        empty = (value is None or (isinstance(value, float) and math.isnan(value)) for value in values)
        filled = (str(value)[:_WIDEST] for value, gone in zip(values, empty, strict=True) if not gone)
        sample = list(islice((text for text in filled if text.strip()), 200))
    hits = sum(bool(_WHOLE_CELL.match(text)) for text in sample)
    return 2 * hits > len(sample)


def mark_personal(headings: Sequence[Heading], cells: pd.DataFrame) -> tuple[Heading, ...]:
    """The headings, with columns that hold personal data marked by their content too."""
    return tuple(
        replace(heading, meta="personal")
        if heading.meta in (None, "other", "source", "respondent")
        and holds_personal_data(cells.iloc[:, heading.position])
        else heading
        for heading in headings
    )
