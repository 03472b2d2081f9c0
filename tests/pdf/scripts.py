"""Words in the scripts that people write in, two of them with other letters between."""

from __future__ import annotations

SCRIPTS = {
    "Latin": "Žluťoučký kůň úpěl ďábelské ódy, “naïve” Ærøskøbing – Łódź",
    "Vietnamese": "Tiếng Việt rất đẹp, người bạn đồng hành",
    "Greek": "Γνῶθι σεαυτόν, ξεσκεπάζω τὴν ψυχοφθόρα",
    "Cyrillic": "Представить статью в журнал, їжак і ґанок",
    "Hebrew": "להציג את המחקר שלי (בקיץ) שָׁלוֹם",
    "Arabic": "السلام عليكم ورحمة الله (وبركاته) مُحَمَّد",
    "Devanagari": "नमस्ते दुनिया यह हिन्दी में क्षत्रिय कीर्ति",
    "Thai": "สวัสดีชาวโลก ที่นี่น้ำ กำลังทำ",
    "Chinese": "每天早上写半个小时，然后休息。",
    "Japanese": "漢字かな交じり文、日本語です。",
    "Korean": "한국어로 매일 아침 씁니다",
    "Armenian": "Բարեւ աշխարհ, եկեք գրենք",
    "Georgian": "გამარჯობა მსოფლიო",
    "Emoji": "😀 👨‍👩‍👧‍👦 🇬🇧 👋🏽 1️⃣ ❤️ 👩🏽‍💻",
}
MIXED = {
    "Arabic with English": "قرأت كتاب Deep Work (2016) ثم كتبت 25 صفحة عن C++ (lang)",
    "Hebrew with English": "קראתי את Deep Work (2016) וכתבתי 25 עמודים",
    "English with Arabic": "My mentor said السلام عليكم (peace) and left at 10:30",
}
