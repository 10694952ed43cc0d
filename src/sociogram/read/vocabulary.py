"""The words by which parts of a document are told apart: data, no rules."""

from __future__ import annotations

AGENCIES = frozenset(
    """AP|Associated Press|The Associated Press|Reuters|Thomson Reuters|AFP|Agence France-Presse|dpa|DPA|UPI|
    United Press International|Bloomberg|Bloomberg News|EFE|ANSA|PTI|ANI|IANS|Xinhua|TASS|Interfax|Kyodo|Yonhap|
    Press Association|PA Media|PA|KNA|epd|EPD|SID|Anadolu|Anadolu Agency|EPA|Canadian Press|The Canadian Press|
    Australian Associated Press|AAP|Ukrinform|Tribune News Service|McClatchy|Getty Images|Inter Press Service""".replace(
        "\n    ", ""
    ).split("|")
)
"""News and picture agencies: a byline or dateline may name one where else a person stands."""

ROLES = frozenset(
    """writer editor reporter columnist correspondent journalist contributor producer anchor blogger essayist
    commentator critic photographer author novelist historian biographer professor lecturer fellow scholar scientist
    researcher economist strategist consultant attorney lawyer analyst director founder co-founder president chairman
    chairwoman chair member ambassador senator representative congressman congresswoman minister secretary mayor
    governor chancellor commissioner spokesman spokeswoman spokesperson officer general colonel executive ceo manager
    head chief adviser advisor assistant deputy student activist partner investigator bureau staff freelance freelancer
    physician psychiatrist psychologist philosopher dean instructor counsel host coordinator president-elect
    congressperson mp mep treasurer principal""".split()
)
"""Nouns of posts, as they stand under a byline or a signature or in the line about the author."""

JOURNALIST_ROLES = frozenset(
    """writer editor reporter columnist correspondent journalist contributor producer blogger commentator critic
    anchor""".split()
)
"""Posts whose "at X" names who publishes the article."""

AUTHOR_ROLES = JOURNALIST_ROLES | frozenset(
    """author professor lecturer fellow scholar researcher analyst economist historian strategist consultant director
    founder co-founder scientist attorney lawyer novelist essayist adviser advisor""".split()
)
"""Posts that the closing line about an author gives."""

OPINION = frozenset(
    """opinion|opinions|commentary|editorial|op-ed|oped|column|comment|perspective|perspectives|viewpoint|
    guest column|guest essay|guest opinion|essay|letters to the editor|first person|blog|contributor|opinion piece""".replace(
        "\n    ", ""
    ).split("|")
)

KICKERS = OPINION | frozenset(
    """analysis|news|news analysis|breaking|breaking news|exclusive|politics|world|business|report|special report|
    feature|features|interview|review|fact check|explainer|investigation|international|national|u.s.|us|europe|
    economy|technology|tech|sports|culture|science|health|live|update|updates|press release|for immediate release|
    letter|speech|transcript|latest|top stories|world news|us news|uk news|link|video|photo|photos""".replace(
        "\n    ", ""
    ).split("|")
)
"""Labels of a section, over a headline or in brackets before it."""

SECTION_WORDS = frozenset(
    """abstract|introduction|summary|executive summary|conclusion|conclusions|background|overview|methods|
    methodology|results|discussion|recommendations|findings|key findings|key points|acknowledgements|
    acknowledgments|appendix|contents|foreword|preface|context|outlook|references|reference|sources|notes|
    bibliography|works cited|footnotes|endnotes|further reading|see also|external links""".replace("\n    ", "").split("|")
)

REFERENCE_WORDS = frozenset(
    "references|reference|sources|source|bibliography|works cited|further reading|external links|citations".split("|")
)

CLOSINGS = frozenset(
    """sincerely|sincerely yours|yours sincerely|very sincerely|most sincerely|yours|yours truly|yours faithfully|
    truly yours|very truly yours|faithfully yours|faithfully|respectfully|respectfully yours|respectfully submitted|
    yours respectfully|very respectfully|regards|best regards|kind regards|warm regards|with best regards|
    with kind regards|warmest regards|with warm regards|kindest regards|with regards|best|all the best|best wishes|
    with best wishes|with all best wishes|warmly|cordially|cordially yours|yours cordially|affectionately|
    yours affectionately|affectionately yours|your affectionate friend|your friend|ever yours|yours ever|
    as ever|love|with love|much love|lots of love|all my love|with gratitude|gratefully|gratefully yours|
    with thanks|many thanks|thanks|thank you|cheers|in solidarity|fraternally|yours in christ|your obedient servant|
    with appreciation|with respect|with deepest sympathy|with sympathy|hugs|god bless|semper fi|peace|
    yours very truly|yours most sincerely|yours very sincerely|in friendship|your loving son|your loving daughter|
    your loving husband|your loving wife|your loving brother|your loving sister|your loving friend|
    sincerely and respectfully|with highest regards|with great respect""".replace("\n    ", "").split("|")
)

NOBODY = frozenset(
    """friend friends colleague colleagues sir sirs madam madame editor editors all team customer customers reader
    readers member members parent parents student students neighbor neighbors neighbour neighbours citizen citizens
    everyone everybody folks supporter supporters subscriber subscribers sirs/madams constituent constituents patriot
    comrades comrade mom dad mother father son daughter brother sister diary one ones god santa whom people patient
    voter voters resident residents community committee applicant candidate guest guests fellow american americans
    sir/madam gentlemen ladies hiring manager graduates class""".split()
)
"""Words of a salutation that name no one."""

FURNITURE_STARTS = (
    "related topics", "related articles", "related stories", "related content", "related coverage", "related:",
    "related story", "related links", "more from", "more on this", "more stories", "read more", "read also", "also read",
    "see also:", "read the rest", "read the full", "read full", "continue reading", "click here", "click to", "tap here",
    "subscribe", "sign up", "sign in", "log in", "want more", "get the latest", "get our", "get more", "follow us",
    "follow me on", "like us on", "join us on", "share this", "share on", "share via", "tweet this", "advertisement",
    "advertising", "sponsored", "story continues below", "article continues below", "continued below", "scroll down",
    "watch:", "listen:", "watch live", "don't miss", "don’t miss", "editor's picks", "editors' picks", "most read",
    "most popular", "recommended", "trending", "you may also like", "view comments", "leave a comment", "comments (",
    "post a comment", "print this", "email this", "skip to", "back to top", "download our", "download the app",
    "support our", "support independent", "donate", "become a member", "all rights reserved", "copyright", "©", "(c) 20",
    "cookie", "privacy policy", "terms of", "contact us", "about us", "table of contents", "filed under", "tags:", "tag:",
    "categories:", "topics:", "keywords:", "in this article", "this article was originally", "this story was originally",
    "this article originally", "this story originally", "originally published", "photos:", "video:", "gallery:", "[link]",
    "[links]", "[video]", "[photo]", "[image]", "[audio]", "[ad]", "[related]", "[read more]", "[embed", "[watch",
    "newsletter", "next article", "previous article", "next:", "previous:", "share:", "share", "permalink",
    "for more information, visit", "for more information, contact", "to unsubscribe", "unsubscribe",
    "view this email in your browser", "you are receiving this", "you received this message",
)  # fmt: skip
"""How lines begin that serve the page and not the text; they count only on short paragraphs."""

CAPTION_STARTS = (
    "photo:", "photos:", "photo by", "photo credit", "photograph by", "photograph:", "image:", "image credit", "image by",
    "picture:", "picture by", "illustration:", "illustration by", "file photo", "credit:", "caption:", "courtesy of",
    "courtesy:", "in this photo", "in this file photo", "in this image", "getty images", "ap photo", "above:", "pictured:",
    "figure ", "fig. ",
)  # fmt: skip

ASSISTANTS = {
    "chatgpt.com": "ChatGPT", "chat.openai.com": "ChatGPT", "claude.ai": "Claude", "gemini.google.com": "Gemini",
    "copilot.microsoft.com": "Copilot", "perplexity.ai": "Perplexity", "grok.com": "Grok", "deepseek.com": "DeepSeek",
}  # fmt: skip
"""Sites of language models, by which a reference says that a machine wrote the text."""

PARTICLES = frozenset("de la le van von der den ten ter bin ibn al el du di da dos das del y e zu af av of the st".split())
"""Small words inside a person's name."""

PREMISES = frozenset(
    """auditorium building house room hall office street avenue road boulevard drive floor suite box center centre campus
    delivery plaza square lane palace airport hotel court""".split()
)
"""Words of an address: a line with one is no person's name or post."""
