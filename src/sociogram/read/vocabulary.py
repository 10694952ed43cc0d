"""The words by which parts of a document are told apart: data, no rules."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _starts(text: str) -> tuple[str, ...]:
    return tuple(sorted(_phrases(text)))


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))


AGENCIES = _phrases(
    """AAP|AFP|ANI|ANSA|AP|Agence France-Presse|Anadolu|Anadolu Agency|Associated Press|
    Australian Associated Press|Bloomberg|Bloomberg News|Canadian Press|DPA|EFE|EPA|EPD|Getty Images|
    IANS|Inter Press Service|Interfax|KNA|Kyodo|McClatchy|PA|PA Media|PTI|Press Association|Reuters|SID|
    TASS|The Associated Press|The Canadian Press|Thomson Reuters|Tribune News Service|UPI|Ukrinform|
    United Press International|Xinhua|Yonhap|dpa|epd"""
)
"""News and picture agencies: a byline or dateline may name one where else a person stands."""

ROLES = _words(
    """activist adviser advisor ambassador analyst anchor assistant attorney author biographer blogger
    bureau ceo chair chairman chairwoman chancellor chief co-founder colonel columnist commentator
    commissioner congressman congressperson congresswoman consultant contributor coordinator
    correspondent counsel critic dean deputy director economist editor essayist executive fellow
    founder freelance freelancer general governor head historian host instructor investigator
    journalist lawyer lecturer manager mayor member mep minister mp novelist officer partner
    philosopher photographer physician president president-elect principal producer professor
    psychiatrist psychologist reporter representative researcher scholar scientist secretary senator
    spokesman spokesperson spokeswoman staff strategist student treasurer writer"""
)
"""Nouns of posts, as they stand under a byline or a signature or in the line about the author."""

JOURNALIST_ROLES = _words(
    """anchor blogger columnist commentator contributor correspondent critic editor journalist producer
    reporter writer"""
)
"""Posts whose "at X" names who publishes the article."""

AUTHOR_ROLES = JOURNALIST_ROLES | _words(
    """adviser advisor analyst attorney author co-founder consultant director economist essayist fellow
    founder historian lawyer lecturer novelist professor researcher scholar scientist strategist"""
)
"""Posts that the closing line about an author gives."""

OPINION = _phrases(
    """blog|column|comment|commentary|contributor|editorial|essay|first person|guest column|guest essay|
    guest opinion|letters to the editor|op-ed|oped|opinion|opinion piece|opinions|perspective|
    perspectives|viewpoint"""
)
"""Labels of opinion pieces."""

KICKERS = OPINION | _phrases(
    """analysis|breaking|breaking news|business|culture|economy|europe|exclusive|explainer|fact check|
    feature|features|for immediate release|health|international|interview|investigation|latest|letter|
    link|live|national|news|news analysis|photo|photos|politics|press release|report|review|science|
    special report|speech|sports|tech|technology|top stories|transcript|u.s.|uk news|update|updates|us|
    us news|video|world|world news"""
)
"""Labels of a section, over a headline or in brackets before it."""

SECTION_WORDS = _phrases(
    """abstract|acknowledgements|acknowledgments|appendix|background|bibliography|conclusion|conclusions|
    contents|context|discussion|endnotes|executive summary|external links|findings|footnotes|foreword|
    further reading|introduction|key findings|key points|methodology|methods|notes|outlook|overview|
    preface|recommendations|reference|references|results|see also|sources|summary|works cited"""
)
"""Headings of sections that are one word or two."""

REFERENCE_WORDS = _phrases(
    """bibliography|citations|external links|further reading|reference|references|source|sources|
    works cited"""
)
"""Headings over a list of references."""

CLOSINGS = _phrases(
    """affectionately|affectionately yours|all my love|all the best|as ever|best|best regards|best wishes|
    cheers|cordially|cordially yours|ever yours|faithfully|faithfully yours|fraternally|god bless|
    gratefully|gratefully yours|hugs|in friendship|in solidarity|kind regards|kindest regards|
    lots of love|love|many thanks|most sincerely|much love|peace|regards|respectfully|
    respectfully submitted|respectfully yours|semper fi|sincerely|sincerely and respectfully|
    sincerely yours|thank you|thanks|truly yours|very respectfully|very sincerely|very truly yours|
    warm regards|warmest regards|warmly|with all best wishes|with appreciation|with best regards|
    with best wishes|with deepest sympathy|with gratitude|with great respect|with highest regards|
    with kind regards|with love|with regards|with respect|with sympathy|with thanks|with warm regards|
    your affectionate friend|your friend|your loving brother|your loving daughter|your loving friend|
    your loving husband|your loving sister|your loving son|your loving wife|your obedient servant|yours|
    yours affectionately|yours cordially|yours ever|yours faithfully|yours in christ|
    yours most sincerely|yours respectfully|yours sincerely|yours truly|yours very sincerely|
    yours very truly"""
)
"""Complimentary closes of letters."""

NOBODY = _words(
    """all american americans applicant brother candidate citizen citizens class colleague colleagues
    committee community comrade comrades constituent constituents customer customers dad daughter diary
    editor editors everybody everyone father fellow folks friend friends gentlemen god graduates guest
    guests hiring ladies madam madame manager member members mom mother neighbor neighbors neighbour
    neighbours one ones parent parents patient patriot people reader readers resident residents santa
    sir sir/madam sirs sirs/madams sister son student students subscriber subscribers supporter
    supporters team voter voters whom"""
)
"""Words of a salutation that name no one."""

FURNITURE_STARTS = _starts(
    """related topics|related articles|related stories|related content|related coverage|related:|
    related story|related links|more from|more on this|more stories|read more|read also|also read|
    see also:|read the rest|read the full|read full|continue reading|click here|click to|tap here|
    subscribe|sign up|sign in|log in|want more|get the latest|get our|get more|follow us|follow me on|
    like us on|join us on|share this|share on|share via|tweet this|advertisement|advertising|sponsored|
    story continues below|article continues below|continued below|scroll down|watch:|listen:|watch live|
    don't miss|don’t miss|editor's picks|editors' picks|most read|most popular|recommended|trending|
    you may also like|view comments|leave a comment|comments (|post a comment|print this|email this|
    skip to|back to top|download our|download the app|support our|support independent|donate|
    become a member|all rights reserved|copyright|©|(c) 20|cookie|privacy policy|terms of|contact us|
    about us|table of contents|filed under|tags:|tag:|categories:|topics:|keywords:|in this article|
    this article was originally|this story was originally|this article originally|this story originally|
    originally published|photos:|video:|gallery:|[link]|[links]|[video]|[photo]|[image]|[audio]|[ad]|
    [related]|[read more]|[embed|[watch|newsletter|next article|previous article|next:|previous:|share:|
    share|permalink|for more information, visit|for more information, contact|to unsubscribe|
    unsubscribe|view this email in your browser|you are receiving this|you received this message"""
)
"""How lines begin that serve the page and not the text; they count only on short paragraphs."""

CAPTION_STARTS = _starts(
    """photo:|photos:|photo by|photo credit|photograph by|photograph:|image:|image credit|image by|
    picture:|picture by|illustration:|illustration by|file photo|credit:|caption:|courtesy of|courtesy:|
    in this photo|in this file photo|in this image|getty images|ap photo|above:|pictured:|fig."""
)
"""How captions begin."""

ASSISTANTS = {
    "chatgpt.com": "ChatGPT",
    "chat.openai.com": "ChatGPT",
    "claude.ai": "Claude",
    "gemini.google.com": "Gemini",
    "copilot.microsoft.com": "Copilot",
    "perplexity.ai": "Perplexity",
    "grok.com": "Grok",
    "deepseek.com": "DeepSeek",
}
"""Sites of language models, by which a reference says that a machine wrote the text."""

PARTICLES = _words(
    """af al av bin da das de del den der di dos du e el ibn la le of st ten ter the van von y zu"""
)
"""Small words inside a person's name."""

MEDIA = _words(
    """bulletin chronicle citizen courier daily dispatch enquirer examiner gazette globe guardian herald
    independent inquirer journal ledger magazine mail messenger mirror monitor news observer post press
    quarterly record register reporter review sentinel standard star sun telegraph times today tribune
    weekly wire"""
)
"""Last words of the names of newspapers and magazines."""

PREMISES = _words(
    """airport auditorium avenue boulevard box building campus center centre court delivery drive floor
    hall hotel house lane office palace plaza road room square street suite"""
)
"""Words of an address: a line with one is no person's name or post."""
