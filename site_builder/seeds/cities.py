"""Capitals and large cities: what may stand before a colon or a dash, not in capitals, as a dateline does.
Any other place is read there in capitals, or before a date."""

from __future__ import annotations

CITIES = frozenset(
    name.strip()
    for name in """abidjan, abu dhabi, abuja, accra, addis ababa, ahmedabad, algiers, almaty, amman,
    amritsar, amsterdam, ankara, antananarivo, ashgabat, asmara, astana, asunción, athens, atlanta, auckland,
    baghdad, baku, bamako, bandung, bangalore, bangkok, bangui, banjul, barcelona, basra, beijing,
    beirut, belfast, belgrade, bengaluru, benghazi, berlin, bern, bhopal, bhubaneswar, birmingham,
    bishkek, bissau, blantyre, bogota, bogotá, boston, brasilia, brasília, bratislava, brazzaville,
    brisbane, brussels, bucharest, budapest, buenos aires, bujumbura, busan, cairo, calcutta,
    canberra, cape town, caracas, cardiff, casablanca, chandigarh, chennai, chicago, chisinau,
    chittagong, colombo, conakry, copenhagen, cotonou, dakar, dallas, damascus, dar es salaam,
    davos, dehradun, delhi, denver, detroit, dhaka, djibouti, dodoma, doha, donetsk, dubai, dublin,
    durban, dushanbe, edinburgh, entebbe, erbil, faisalabad, frankfurt, freetown, gaborone, gaza,
    gaza city, geneva, glasgow, goma, guangzhou, guwahati, hamburg, hanoi, harare, havana, helsinki,
    hiroshima, ho chi minh city, hong kong, houston, hyderabad, ibadan, idlib, imphal, islamabad,
    istanbul, izmir, jaipur, jakarta, jammu, jeddah, jerusalem, johannesburg, juba, kabul, kaduna,
    kampala, kandahar, kano, karachi, kathmandu, kharkiv, khartoum, kiev, kigali, kingston,
    kinshasa, kochi, kolkata, kuala lumpur, kuwait city, kyiv, la paz, lagos, lahore, leeds,
    libreville, lilongwe, lima, lisbon, liverpool, ljubljana, lomé, london, los angeles, luanda,
    lucknow, lusaka, luxembourg, lviv, madrid, malé, managua, manama, manchester, manila, maputo,
    maseru, mbabane, mecca, medina, melbourne, mexico city, miami, milan, minsk, mogadishu, mombasa,
    monrovia, montevideo, montreal, moscow, mosul, multan, mumbai, munich, muscat, nagpur, nairobi,
    naples, naypyidaw, ndjamena, new delhi, new york, niamey, nicosia, noida, nouakchott, n’djamena,
    osaka, oslo, ottawa, ouagadougou, panama city, paris, patna, perth, peshawar, phnom penh,
    podgorica, port harcourt, port louis, port moresby, port-au-prince, porto-novo, prague,
    pretoria, pristina, pune, putrajaya, pyongyang, quetta, quito, rabat, ramallah, ranchi, rangoon,
    rawalpindi, reykjavik, riga, rio de janeiro, riyadh, rome, san francisco, san josé, san
    salvador, sanaa, santiago, santo domingo, sarajevo, seattle, seoul, shanghai, shenzhen, shimla,
    singapore, skopje, sofia, srinagar, st petersburg, stockholm, strasbourg, suva, sydney, são
    paulo, taipei, tallinn, tashkent, tbilisi, tegucigalpa, tehran, tel aviv, the hague, thimphu,
    thiruvananthapuram, tirana, tokyo, toronto, tripoli, tunis, ulaanbaatar, vaduz, valletta,
    vancouver, varanasi, vatican city, vienna, vientiane, vilnius, warsaw, washington, wellington,
    windhoek, yangon, yaoundé, yerevan, zagreb, zurich""".split(",")
)
"""Case-folded."""

PLACE_WORDS = frozenset("cape fort lake mount port porto puerto saint san sankt santa são st.".split())
"""Open the name of a town, case-folded, and hardly that of an outlet."""
PLACE_ENDINGS = (
    "abad", "borough", "bridge", "brück", "burg", "burgh", "bury", "field", "ford", "furt", "grad", "ham",
    "hausen", "haven", "heim", "mouth", "pur", "stad", "stadt", "stan", "ton", "town", "ville", "wick",
)  # fmt: skip
"""Close the names of towns made of one word, case-folded."""
