"""The headings of a list of persons: in Japanese, in English or as the names of the fields, wherever they stand."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction
from types import MappingProxyType

from hsp_calc.casefile.csv_tables import CsvRow
from hsp_calc.casefile.exchange.columns import COLUMNS, EXPERIENCE, SALARY, CellEntry, ListColumn

LOOKED_AT = 30
"""The rows, from the first that is not empty on, among which the headings are looked for."""
PASSED_OVER = "-"
"""The field of a heading whose column is to be passed over."""

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "name": "氏名 名前 お名前 本人氏名 申請人 申請人氏名 顧客名 英字氏名 ローマ字氏名 氏名(英字)"
        " 氏名(ローマ字) 氏名(アルファベット)"
        " full_name applicant client client_name name_in_passport name_as_in_passport",
        "name_ja": "漢字氏名 氏名(漢字) 氏名(日本語) 日本語氏名 和名 通称名 name_in_japanese japanese_name"
        " name_in_kanji kanji_name",
        "nationality": "国籍 国籍・地域 国籍地域 国 出身国 country country_or_region citizenship",
        "date_of_birth": "生年月日 誕生日 birth_date birthdate birthday dob born",
        "age": "年齢 満年齢 年令 age_(completed_years)",
        "degrees": "学位 学歴 最終学歴 取得学位 保有学位 degree education highest_degree degrees_held",
        "multiple_fields": "複数分野の学位 複数分野 複数の学位 degrees_in_several_fields",
        "experience_years": "職歴 実務経験 実務経験年数 経験 経験年数 職務経験 職歴年数 years_of_experience"
        " work_experience experience years_of_practical_experience",
        "experience_years.academic": "研究経験 研究職歴 研究の経験年数 実務経験(研究) 職歴(研究) academic_experience",
        "experience_years.technical": "技術職歴 専門職歴 実務経験(技術) 実務経験(専門・技術) 職歴(技術)"
        " technical_experience",
        "experience_years.management": "経営経験 経営職歴 経営の経験年数 実務経験(経営) 実務経験(経営・管理)"
        " 職歴(経営)"
        " management_experience",
        "annual_salary_yen": "年収 年俸 給与 給与年額 年間報酬 年収額 報酬年額 報酬 予定年収 年間給与 年額"
        " salary annual_salary yearly_salary"
        " annual_income income annual_pay",
        "research": "研究実績 研究業績 研究成果 research_achievements",
        "licenses": "資格数 国家資格数 関連資格数 資格の数 licences number_of_licenses number_of_qualifications",
        "position": "地位 役職 職位 役員 position_in_the_institution",
        "innovation_support": "イノベーション促進支援措置 イノベーション支援 イノベーション促進",
        "sme": "中小企業 中小 small_or_medium-sized_enterprise",
        "local_government_support": "地方公共団体の支援 自治体支援 地方自治体支援",
        "rd_ratio_over_3pct": "試験研究費3%超 試験研究費比率 試験研究費等比率3%超 研究開発費3%超",
        "foreign_qualification": "外国の資格 外国の資格・表彰 外国資格 海外資格 foreign_qualification_or_award",
        "japanese_degree": "日本の大学 日本の大学卒業 本邦大学 本邦の大学 日本の学位 日本の大学を卒業"
        " graduate_of_a_japanese_university",
        "japanese": "日本語 日本語能力 日本語力 日本語資格 日本語試験 jlpt japanese_language japanese_ability"
        " japanese_language_ability",
        "growth_project": "成長分野 成長分野の事業 成長分野の先端的事業 先端プロジェクト",
        "designated_university": "法務大臣指定大学 指定大学 大学ランキング 世界大学ランキング",
        "jica_training": "jica研修 イノベーティブアジア イノベーティブ・アジア innovative_asia",
        "jica_used_japanese_university": "jica研修(日本の大学) 研修で日本の大学を利用",
        "investment_100m": "投資1億円以上 1億円投資 1億円以上の投資",
        "asset_management": "投資運用業 投資運用業等 資産運用",
        "residence.status": "在留資格 現在の在留資格 現在留資格 status_of_residence residence_status visa visa_status",
        "residence.since": "在留資格取得日 資格取得日 在留資格の取得日 許可日 許可年月日 status_since",
        "residence.period_years": "在留期間 在留年数 period_of_stay",
        "residence.expires": "在留期限 在留期間満了日 在留期間の満了日 満了日 在留満了日 在留期間満了 ビザ期限 expiry"
        " expires expiry_date end_of_stay residence_expires",
        "residence.arrived": "入国日 来日日 来日 入国年月日 来日年月日 来日時期 日本居住開始日 arrival"
        " date_of_arrival"
        " arrived arrival_date lives_in_japan_since",
        "matter.number": "整理番号 顧客番号 管理番号 案件番号 受任番号 社員番号 お客様番号 number"
        " client_number matter_number"
        " case_number employee_number",
        "matter.employer": "所属機関 勤務先 勤務先名 会社 会社名 雇用主 所属 契約機関 勤務会社 企業名 employer"
        " company"
        " organisation organization",
        "matter.responsible": "担当 担当者 担当者名 責任者 responsible person_in_charge in_charge",
        "matter.stage": "進捗 進捗状況 進行状況 段階 stage progress",
    }
)
"""What people write above the columns, beside the names of the fields; spaces are written ``_``."""

_IN_BRACKETS = re.compile(r"[(\[〔【<][^)\]〕】>]*[)\]〕】>]")
_YEN_UNIT = re.compile(r"(億|百万|千万|十万|万|千)?円|\b(m|million|mn|k|thousand) ?(?:yen|jpy)?\)?$|yen|jpy")
_YEN_UNITS = {"億": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 1_000}
_YEN_UNITS |= {"m": 10**6, "million": 10**6, "mn": 10**6, "k": 1_000, "thousand": 1_000}
_MONTHS = re.compile(r"[ヶケかカヵ箇]月|月数|months?")
_LIKE = 0.8


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says.

    Attributes:
        column: the column it is of.
        text: as it stands in the list.
        unit: what a bare number in it is multiplied by: 10,000 where it is headed ``年収（万円）``.
    """

    column: ListColumn
    text: str
    unit: Fraction = Fraction(1)


def heading_of(text: str, own: Mapping[str, str] | None = None) -> Heading | None:
    """What a heading says; None if it is none of those known.

    Args:
        text: as it stands in the list.
        own: further headings, each with the name of its field, or ``PASSED_OVER``.
    """
    written = _plain(text)
    own_names = {_folded(name): field for name, field in (own or {}).items()}
    if (field := own_names.get(_folded(written))) is not None:
        return Heading(COLUMNS[field], text, _unit(COLUMNS[field], written)) if field in COLUMNS else None
    column = _KNOWN.get(_folded(written)) or _KNOWN.get(_folded(_without_unit(written)))
    return None if column is None else Heading(column, text, _unit(column, written))


def nearest_heading(text: str) -> str | None:
    """The field whose heading is so like a text that it is probably meant; None if there is none."""
    folded = _folded(_without_unit(_plain(text)))
    if len(folded) < len("name") or not folded.isascii():
        return None
    like = {name: SequenceMatcher(None, folded, name).ratio() for name in _KNOWN if name.isascii()}
    best = max(like, key=lambda name: like[name])
    return _KNOWN[best].heading if like[best] >= _LIKE else None


def heading_row(rows: Iterable[CsvRow], own: Mapping[str, str] | None = None) -> int | None:
    """The number of the row that has most known headings; None if none has any.

    One known word in a row of others is no heading: it may stand in a title or among what the list is about.
    """
    best, number = 0, None
    for row in rows:
        texts = [cell for cell in row.cells if isinstance(cell, str) and cell.strip()]
        known = sum(heading_of(text, own) is not None for text in texts)
        filled = sum(cell is not None and cell != "" for cell in row.cells)
        if known > best and (known > 1 or known == filled or _share(known, filled)):
            best, number = known, row.number
    return number


def _share(known: int, filled: int) -> bool:
    return known * 3 >= filled


def column_cells(heading: CsvRow, own: Mapping[str, str] | None = None) -> Sequence[tuple[int, str, Heading | None]]:
    """The cells of the row of headings that are not empty: the index, the text, and what it says."""
    cells = [(index, str(cell).strip()) for index, cell in enumerate(heading.cells) if cell is not None]
    return [(index, text, heading_of(text, own)) for index, text in cells if text]


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


def _folded(text: str) -> str:
    """A heading without what people leave out or put in as they like."""
    return re.sub(r"[\s_・,.、。:;/\-–—*※()\[\]〔〕【】<>'’\"]", "", _plain(text))


def _without_unit(written: str) -> str:
    """A heading without what stands in brackets, and without a unit at its end."""
    bare = _IN_BRACKETS.sub("", written).strip()
    return re.sub(r"(?:億|百万|千万|十万|万|千)?円$|[ _]?(?:yen|jpy)$|[ _]in$", "", bare).strip() or written


def _unit(column: ListColumn, written: str) -> Fraction:
    if column.heading == SALARY and (found := _YEN_UNIT.search(written)):
        return Fraction(_YEN_UNITS.get(found[1] or found[2] or "", 1))
    if column.entry is CellEntry.NUMBER and column.heading.startswith(EXPERIENCE) and _MONTHS.search(written):
        return Fraction(1, 12)
    return Fraction(1)


_KNOWN: Mapping[str, ListColumn] = MappingProxyType(
    {_folded(name): COLUMNS[field] for field, names in _NAMES.items() if field in COLUMNS for name in names.split()}
    | {_folded(field): column for field, column in COLUMNS.items()}
)
