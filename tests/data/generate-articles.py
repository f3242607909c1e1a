#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the pages and texts of tests/data/articles/ and, beside each, the blocks and metadata that
reading it has to give (NAME.json). Every page has the structure of a kind of site that is common in
Indonesia, Malaysia or elsewhere; what it says is invented (article_stories.py). The files are
committed; run this again only to change them:

  python3 tests/data/generate-articles.py"""
import html, json, os, sys
from article_stories import STORIES, P, H, L, Q, C, T

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "articles")
STORY = {s["key"]: s for s in STORIES}
esc = html.escape

WORDS_ID = ["Kapal Latih Berlayar ke Utara", "Nelayan Teluk Samaran Minta Mercusuar", "Harga Cabai Rekaan Turun Lagi",
            "Wali Kota Rekaan Buka Pasar Malam", "Klub Samaran Menang Tipis", "Hujan Deras, Jalan Lingkar Ditutup",
            "Festival Layang-Layang Digelar Minggu Depan", "Sepuluh Resep Ikan Bakar Khas Teluk", "Ramalan Cuaca Pekan Ini",
            "Kereta Rekaan Tambah Jadwal", "Universitas Contoh Buka Jurusan Baru", "Lomba Menulis bagi Pelajar"]
WORDS_EN = ["Ten Recipes From the Bay", "Lighthouse Keepers Want a Raise", "Local Team Wins Narrowly", "Heavy Rain Closes Ring Road",
            "Kite Festival Returns Next Week", "University Opens New Department", "Night Market Moves to the Pier",
            "Weather for the Coming Week", "Trains Run More Often From Monday", "A Walk Along the Old Quay"]

def words(s): return WORDS_EN if s["language"] == "en" else WORDS_ID

def nav(s, n=24, tag="nav", cls="main-menu"):
    names = ["Home", "News", "Politics", "World", "Economy", "Sport", "Culture", "Opinion"] if s["language"] == "en" else \
            ["Beranda", "Nasional", "Internasional", "Ekonomi", "Olahraga", "Hiburan", "Teknologi", "Opini", "Indeks"]
    items = "".join(f'<li class="menu-item menu-item-{i}"><a href="/{names[i % len(names)].lower()}/{i}">{names[i % len(names)]}</a></li>' for i in range(n))
    return f'<{tag} class="{cls}"><ul>{items}</ul></{tag}>'

def links(s, n=8, item="li", cls="item"):
    w = words(s)
    return "".join(f'<{item} class="{cls}"><a href="/x/{i}"><span>{w[i % len(w)]}</span></a></{item}>' for i in range(n))

def cards(s, n=5, h="h3"):
    w = words(s)
    return "".join(f'<div class="card"><a href="/c/{i}"><img src="t{i}.jpg" alt=""></a><{h}><a href="/c/{i}">{w[(i + 3) % len(w)]}</a></{h}><span class="date">{i + 1} jam lalu</span></div>' for i in range(n))

def script(n=30):
    return "<script>" + "\n".join(f'window.dataLayer=window.dataLayer||[];dataLayer.push({{"event":"view{i}","path":"/a/{i}","sections":["news","world"],"ab":{i * 7}}});' for i in range(n)) + "</script>"

def style(n=40):
    return "<style>" + "\n".join(f".c{i}{{margin:{i}px auto;padding:0 {i}px;color:#3{i % 10}3;font:{10 + i % 9}px/1.5 sans-serif}}" for i in range(n)) + "</style>"

def head(s, suffix=True, og=True, ld=None, extra="", charset="utf-8", lang=None):
    title = s["title"] + (f' - {s["publisher"]}' if suffix else "")
    out = [f'<!DOCTYPE html>\n<html lang="{lang or s["language"]}">\n<head>\n<meta charset="{charset}">\n<title>{esc(title)}</title>',
           '<meta name="viewport" content="width=device-width, initial-scale=1">']
    if og:
        out.append(f'<meta property="og:title" content="{esc(s["title"])}">\n<meta property="og:site_name" content="{esc(s["publisher"])}">'
                   f'\n<meta property="og:type" content="article">\n<link rel="canonical" href="{s["url"]}">')
    if ld:
        data = {"@context": "https://schema.org", "@type": ld, "headline": s["title"], "datePublished": s["published"] + "T10:05:00+07:00",
                "dateModified": "2025-12-01T08:00:00+07:00", "publisher": {"@type": "Organization", "name": s["publisher"]}}
        if s["author"]: data["author"] = [{"@type": "Person", "name": s["author"]}]
        out.append('<script type="application/ld+json">' + json.dumps(data, ensure_ascii=False) + "</script>")
    return "\n".join(out) + extra + style() + script() + "\n</head>\n"

def also(s, i=0):
    w = words(s)
    return (f'Read also: <a href="/r/{i}">{w[i]}</a>' if s["language"] == "en" else f'Baca juga: <a href="/r/{i}">{w[i]}</a>')

def table(text, attributes=""):
    rows = [r.split("\t") for r in text.split("\n")]
    out = f"<table{attributes}><tbody>"
    for i, r in enumerate(rows):
        cell = "th" if i == 0 else "td"
        out += "<tr>" + "".join(f"<{cell}>{esc(c)}</{cell}>" for c in r) + "</tr>\n"
    return out + "</tbody></table>"

def body(s, between={}, p="<p>%s</p>\n", h="<h{0}>%s</h{0}>\n", figure='<figure><img src="k.jpg" alt="">\n<figcaption>%s</figcaption></figure>\n',
         quote="<blockquote><p>%s</p></blockquote>\n", ul="<ul>\n%s</ul>\n", li="<li>%s</li>\n", skip_caption=False):
    """The story's blocks as elements; between[i] comes after the i-th paragraph."""
    out, items, n = [], [], 0
    for kind, level, text in s["blocks"]:
        if kind != L and items:
            out.append(ul % "".join(items)); items = []
        if kind == P:
            out.append(p % esc(text, quote=False)); n += 1
            if n in between: out.append(between[n])
        elif kind == H: out.append((h.format(level) if "{0}" in h else h) % esc(text))
        elif kind == L: items.append(li % esc(text))
        elif kind == Q: out.append(quote % esc(text))
        elif kind == C and not skip_caption: out.append(figure % esc(text))
        elif kind == T: out.append(table(text))
    if items: out.append(ul % "".join(items))
    return "".join(out)

def footer(s):
    if s["language"] == "en":
        return f'<footer class="site-footer"><div class="foot-links"><ul>{links(s, 6)}</ul></div><p>© 2025 {s["publisher"]}. All rights reserved. About us, contact, privacy.</p></footer>'
    return f'<footer class="site-footer"><div class="foot-links"><ul>{links(s, 6)}</ul></div><p>© 2025 {s["publisher"]}. Hak cipta dilindungi undang-undang.</p><p>Tentang kami · Redaksi · Pedoman Media Siber</p></footer>'

def share():
    return '<div class="share-buttons"><span>Bagikan:</span><a href="#fb" onclick="s()">Facebook</a> <a href="/tw">Twitter</a> <a href="/wa">WhatsApp</a> <button>Salin tautan</button></div>'

def comments(s):
    c = ["Semoga dermaganya tidak cepat rusak seperti yang dulu itu, karena pajak kami yang membayarnya, dan kami ingin melihat hasilnya.",
         "Setuju sekali dengan komentar di atas, dan saya kira pemerintah perlu menjelaskan biayanya secara terbuka kepada semua warga."]
    return '<div id="comments" class="comments-area"><h3>2 Komentar</h3><ol class="comment-list">' + "".join(
        f'<li class="comment"><div class="comment-author">Warga {i}</div><div class="comment-content"><p>{x}</p></div></li>' for i, x in enumerate(c)) + \
        '</ol><form><h3>Tinggalkan Balasan</h3><p>Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai.</p><textarea></textarea></form></div>'

def sidebar(s, cls="sidebar"):
    return f'<aside class="{cls}"><section class="widget"><h3>Terpopuler</h3><ul>{links(s)}</ul></section><section class="widget"><h3>Pilihan Editor</h3>{cards(s)}</section></aside>'

LAYOUTS = {}
def layout(key, **expect):
    def register(f):
        LAYOUTS[f.__name__.replace("_", "-")] = (key, f, expect)
        return f
    return register

# --- WordPress -------------------------------------------------------------------------------
@layout("dermaga")
def wordpress_classic(s):
    return head(s, ld="NewsArticle") + f'''<body class="single single-post has-sidebar wp-custom-logo"><div id="page" class="hfeed site">
<header id="masthead"><p class="site-title"><a href="/">{s["publisher"]}</a></p>{nav(s)}</header><div id="content"><div id="primary"><main id="main">
<article id="post-71" class="post-71 post type-post status-publish format-standard category-nasional tag-dermaga tag-latihan hentry">
<header class="entry-header"><h1 class="entry-title">{esc(s["title"])}</h1><div class="entry-meta"><span class="posted-on">Diposting pada <time class="entry-date published" datetime="{s["published"]}T10:05:00+07:00">3 Maret 2025</time></span><span class="byline"> oleh <a href="/author/sari">{s["author"]}</a></span></div></header>
<div class="entry-content"><p>{esc(s["lead"])}</p>{body(s, {2: '<p><strong>' + also(s) + '</strong></p>', 4: '<p>' + also(s, 1) + '</p>'})}
{share()}<div class="jp-relatedposts"><h3>Terkait</h3>{cards(s)}</div></div><footer class="entry-footer"><span class="tags-links">Tag: <a href="/t/1">dermaga</a>, <a href="/t/2">latihan</a></span></footer></article>
{comments(s)}</main></div>{sidebar(s, "widget-area")}</div>{footer(s)}</div></body></html>'''

@layout("nota")
def wordpress_newspaper_theme(s):
    return head(s) + f'''<body class="td-standard-pack"><div id="td-outer-wrap" class="td-theme-wrap"><div class="td-header-wrap">{nav(s, 40, "div", "td-header-menu-wrap")}</div>
<div class="td-main-content-wrap td-container-wrap"><div class="td-container"><div class="td-crumb-container"><span><a href="/">Beranda</a></span> › <span><a href="/n">Nasional</a></span></div>
<div class="td-pb-row"><div class="td-pb-span8 td-main-content"><div class="td-ss-main-content"><div class="td-post-header"><ul class="td-category"><li><a href="/n">Nasional</a></li></ul>
<header class="td-post-title"><h1 class="entry-title">{esc(s["title"])}</h1><p class="td-post-sub-title">{esc(s["lead"])}</p><div class="td-module-meta-info"><div class="td-post-author-name">Oleh <a href="/j">{s["author"]}</a></div><span class="td-post-date"><time class="entry-date updated td-module-date" datetime="{s["published"]}T19:27:00+07:00">November 21, 2024</time></span><div class="td-post-views">1412</div></div></header></div>
<div class="td-post-sharing-top">{share()}</div><div class="td-post-content tagdiv-type">{body(s, {2: '<div class="td-a-rec td-a-rec-id-content_inline"><span class="td-adspot-title">- Advertisement -</span></div>', 3: '<div class="penci-inline"><p>Artikel terkait:</p><ul>' + links(s, 3) + '</ul></div>'})}</div>
<div class="td_block_related_posts"><h4>ARTIKEL TERKAIT</h4>{cards(s, 6)}</div></div></div><div class="td-pb-span4 td-main-sidebar">{cards(s, 8)}</div></div></div></div>{footer(s)}</div></body></html>'''

@layout("opini")
def wordpress_blocks(s):
    return head(s, og=False) + f'''<body><div class="wp-site-blocks"><header class="wp-block-template-part">{nav(s)}</header>
<main class="wp-block-group is-layout-flow"><div class="wp-block-group has-global-padding"><h1 class="wp-block-post-title">{esc(s["title"])}</h1><div class="wp-block-group is-layout-flex"><div class="wp-block-post-date"><time datetime="{s["published"]}T07:00:00+07:00">{s["day"]}</time></div><div class="wp-block-post-author"><p class="wp-block-post-author__name">{s["author"]}</p></div></div></div>
<div class="entry-content wp-block-post-content has-global-padding is-layout-constrained">{body(s, p='<p class="wp-block-paragraph">%s</p>' + chr(10), h='<h2 class="wp-block-heading">%s</h2>' + chr(10))}
<div class="wp-block-group newsletter-box"><p>Berlangganan buletin kami dan dapatkan tulisan terbaru setiap pekan di kotak surat Anda.</p></div></div>
<nav class="post-navigation"><a href="/p">Sebelumnya: {WORDS_ID[2]}</a><a href="/n">Berikutnya: {WORDS_ID[4]}</a></nav>{comments(s)}</main>{footer(s)}</div></body></html>'''

@layout("dermaga")
def wordpress_elementor(s):
    wrap = lambda x: f'<div class="elementor-element elementor-widget elementor-widget-text-editor" data-id="a1"><div class="elementor-widget-container">{x}</div></div>'
    return head(s, ld="Article") + f'''<body class="elementor-default elementor-page"><div class="elementor-location-header">{nav(s, 30)}</div>
<div data-elementor-type="single-post" class="elementor elementor-88"><section class="elementor-section elementor-top-section"><div class="elementor-container"><div class="elementor-column elementor-col-66"><div class="elementor-widget-wrap">
<div class="elementor-element elementor-widget elementor-widget-theme-post-title"><h1 class="elementor-heading-title">{esc(s["title"])}</h1></div><div class="elementor-widget-post-info"><ul class="elementor-icon-list-items"><li class="elementor-icon-list-item"><span>{s["author"]}</span></li><li><span>{s["day"]}</span></li></ul></div>
<div class="elementor-element elementor-widget elementor-widget-theme-post-content"><div class="elementor-widget-container">{body(s)}</div></div>
{wrap('<div class="elementor-share-buttons">' + share() + '</div>')}</div></div><div class="elementor-column elementor-col-33"><div class="elementor-widget-wrap"><div class="elementor-posts-container">{cards(s, 8)}</div></div></div></div></section></div>{footer(s)}</body></html>'''

# --- other systems ---------------------------------------------------------------------------
@layout("siaran")
def drupal_seven(s):
    return head(s, og=False, extra=f'<meta name="dcterms.created" content="{s["published"]}T09:00+07:00">') + f'''<body class="html not-front node-type-article"><div id="skip-link"><a href="#main-content" class="element-invisible">Lewati ke konten utama</a></div><div id="page-wrapper"><div id="header"><div class="section clearfix">{nav(s)}</div></div>
<div id="main-wrapper"><div id="main" class="clearfix"><div id="content" class="column"><div class="section"><a id="main-content"></a><h1 class="title" id="page-title">{esc(s["title"])}</h1><div class="tabs"></div>
<div class="region region-content"><div id="block-system-main" class="block block-system"><div class="content"><div id="node-51" class="node node-article node-promoted clearfix"><div class="meta submitted"><span>Submitted by humas on Tue, 14/06/2022 - 09:00</span></div>
<div class="content clearfix"><div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even">{body(s)}</div></div></div><div class="field field-name-field-tags"><h3 class="field-label">Tags: </h3><ul class="links"><li><a href="/t/1">perwira</a></li><li><a href="/t/2">pendidikan</a></li></ul></div></div></div></div></div></div></div></div>
<div id="sidebar-first" class="column sidebar"><div class="block block-views"><h2>Berita Terbaru</h2><ul>{links(s, 10)}</ul></div></div></div></div>{footer(s)}</div></body></html>'''

@layout("release")
def drupal_ten(s):
    return head(s, ld=None, og=True) + f'''<body class="path-node page-node-type-media-release"><a href="#main" class="visually-hidden focusable skip-link">Skip to main content</a><div class="dialog-off-canvas-main-canvas"><header role="banner">{nav(s, 20, "div", "region region-primary-menu")}</header>
<main role="main" id="main"><div class="layout-content"><div class="region region-content"><div class="block block-page-title-block"><h1><span class="field field--name-title">{esc(s["title"])}</span></h1></div>
<article role="article" class="node node--type-media-release node--view-mode-full"><div class="node__content"><div class="field field--name-field-date field--type-datetime"><div class="field__label visually-hidden">Date</div><div class="field__item"><time datetime="{s["published"]}T12:00:00Z">{s["day"]}</time></div></div>
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field__item">{body(s)}</div><div class="field field--name-field-contacts"><p>Print this page</p></div></div></article></div></div>
<div class="region region-related"><h2>Related news</h2><ul>{links(s, 9)}</ul></div></main>{footer(s)}</div></body></html>'''

@layout("nota")
def joomla(s):
    return head(s, og=False) + f'''<body class="site com_content view-article"><div class="body"><div class="container"><header class="header">{nav(s, 26, "div", "navigation")}</header><div class="row-fluid"><div id="aside" class="span3">{links(s, 12, "p")}</div><main id="content" class="span9"><ul class="breadcrumb"><li>Anda di sini: </li><li><a href="/">Beranda</a></li><li><a href="/b">Berita</a></li></ul>
<div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">{esc(s["title"])}</h2></div><dl class="article-info muted"><dt class="article-info-term">Detail</dt><dd class="createdby" itemprop="author">Ditulis oleh <span itemprop="name">{s["author"]}</span></dd><dd class="published"><time datetime="{s["published"]}T19:27:00+07:00" itemprop="datePublished">Diterbitkan: 21 November 2024</time></dd><dd class="hits">Dilihat: 512</dd></dl>
<div itemprop="articleBody">{body(s)}</div><ul class="pager pagenav"><li class="previous"><a href="/p">Sebelumnya</a></li><li class="next"><a href="/n">Berikutnya</a></li></ul></div></main></div></div></div>{footer(s)}</body></html>'''

@layout("opini")
def blogger(s):
    text = "<br><br>\n".join(esc(t, quote=False) if k == P else f"<b>{esc(t)}</b>" for k, _, t in s["blocks"])
    return head(s, og=True) + f'''<body class="item-view"><div class="navbar section"></div><div class="content"><div class="content-outer"><div class="tabs-outer">{nav(s, 18, "div", "tabs")}</div><div class="main-outer"><div class="columns"><div class="column-center-outer"><div class="main section" id="main"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header"><span>Kamis, 09 Februari 2023</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry" itemscope itemtype="http://schema.org/BlogPosting"><h3 class="post-title entry-title" itemprop="name">{esc(s["title"])}</h3>
<div class="post-body entry-content" id="post-body-1" itemprop="description articleBody">{text}<div style="clear: both;"></div></div><div class="post-footer"><div class="post-footer-line">Diposting oleh <span class="fn" itemprop="author">{s["author"]}</span> di <a class="timestamp-link" href="/l"><abbr class="published" itemprop="datePublished" title="{s["published"]}T07:00:00+07:00">{s["published"]}T07:00:00+07:00</abbr></a></div></div></div>{comments(s)}</div></div></div></div></div></div></div><div class="column-right-outer"><div class="sidebar section"><div class="widget PopularPosts"><h2>Entri Populer</h2>{cards(s)}</div><div class="widget BlogArchive"><h2>Arsip</h2><ul>{links(s, 14)}</ul></div></div></div></div></div></div></div></body></html>'''

# --- Indonesian news portals -----------------------------------------------------------------
@layout("nota")
def portal_detail_body(s):
    link = '<table class="linksisip"><tbody><tr><td><div class="lihatjg"><strong>Baca juga:</strong><a data-label="List Berita" href="/d-1">Kapal Latih Berlayar ke Utara</a></div></td></tr></tbody></table>'
    return head(s, ld=None, extra=f'<meta name="dtk:publishdate" content="2024/11/21 19:27:00"><meta name="dtk:author" content="{s["author"]}">') + f'''<body><div class="header_wrap">{nav(s, 36, "div", "nav-wrap")}</div><div class="container content"><div class="column-8"><article class="detail">
<div class="page__breadcrumb"><a href="/">Kabar</a><a href="/b">Berita</a></div><div class="detail__header"><h1 class="detail__title">{esc(s["title"])}</h1><div class="detail__author">{s["author"]} - <span>kabarNews</span></div><div class="detail__date">Kamis, 21 Nov 2024 19:27 WIB</div></div>
<div class="detail__share">{share()}</div><div class="detail__body itp_bodycontent_wrapper"><div class="detail__body-text itp_bodycontent"><!-- s:parallax --><div class="parallaxindetail scrollpage"><p>ADVERTISEMENT</p><p>SCROLL TO CONTINUE WITH CONTENT</p></div>{body(s, {2: link, 4: '<div class="clearfix"></div><div class="noncontent">' + link + '</div>'})}
<p><strong>Simak Video 'Dermaga Baru di Teluk Samaran':</strong></p><p>[Gambas:Video 20detik]</p><strong>(jat/sra)</strong><div class="clearfix"></div></div></div><div class="detail__body-tag"><div class="nav"><a href="/t/nota">nota kesepahaman</a><a href="/t/kapal">kapal</a></div></div></article><div class="box cb-berita-terkait"><h2>Berita Terkait</h2>{cards(s, 6)}</div></div><div class="column-4">{cards(s, 9)}</div></div>{footer(s)}</body></html>'''

@layout("dermaga")
def portal_read_content(s):
    return head(s, og=True, extra=f'<meta name="content_PublishedDate" content="{s["published"]} 10:05:00"><meta name="content_author" content="{s["author"]}">') + f'''<body class="theme--nasional"><div class="wrap">{nav(s, 34, "div", "nav__wrap")}<div class="container clearfix"><div class="row col-offset-fluid clearfix"><div class="col-bs10-10"><ul class="breadcrumb__wrap"><li><a href="/">Home</a></li><li><a href="/n">Nasional</a></li></ul><h1 class="read__title">{esc(s["title"])}</h1></div>
<div class="col-bs10-7"><div class="read__header"><div class="read__time">Warta Contoh - 03/03/2025, 10:05 WIB</div><div class="read__credit"><div class="credit"><div class="credit-title"><div class="credit-title-name">{s["author"]}</div><div class="credit-title-job">Penulis</div></div></div></div></div>
<div class="photo"><div class="photo__wrap"><img src="k.jpg" alt=""></div><div class="photo__caption">{esc(s["blocks"][0][2])}</div></div><div class="read__content"><div class="clearfix">{body(s, {1: '<div class="ads-on-body" id="div-gpt-1"><p>Iklan</p></div>', 2: '<p><strong>Baca juga: <a href="/r/3">' + WORDS_ID[3] + '</a></strong></p>', 3: '<div class="inner-link-baca-juga"><p>' + also(s, 4) + '</p></div>'}, skip_caption=True)}
<p><em>Simak breaking news dan berita pilihan kami langsung di ponselmu. Pilih saluran andalanmu akses berita Warta Contoh WhatsApp Channel: <a href="/wa">di sini</a></em></p></div></div><div class="read__article tag"><ul class="tag__article__wrap"><li><a href="/t1">dermaga</a></li><li><a href="/t2">latihan</a></li></ul></div></div><div class="col-bs10-3">{cards(s, 10)}</div></div></div></div>{footer(s)}</body></html>'''

@layout("dermaga")
def portal_breaks(s):
    text = "<br /><br />\n".join(esc(t, quote=False) if k in (P, L) else f"<b>{esc(t)}</b>" for k, _, t in s["blocks"] if k != C)
    return head(s, og=True) + f'''<body><div class="top-wrapper">{nav(s)}</div><div class="main-content"><div class="container"><div class="row"><div class="col-md-8"><article class="post-wrapper clearfix"><header class="post-header clearfix"><h1 class="post-title">{esc(s["title"])}</h1><p class="simple-share"><span class="article-date"><i class="fa fa-clock-o"></i> {s["day"]}</span></p></header><figure class="image-overlay"><img src="k.jpg" alt=""></figure>
<div class="post-content clearfix">{text}<br /><br />Pewarta: {s["author"]}<br />Editor: Bagus Rekaan<br /><b>Copyright © WARTA 2025</b><br /><p class="text-muted mt10">Dilarang keras mengambil konten, melakukan crawling atau pengindeksan otomatis untuk AI di situs web ini tanpa izin tertulis dari Kantor Berita.</p></div><footer class="post-meta"><div class="tags-container"><ul class="tags-widget clearfix"><li><a href="/t1">dermaga</a></li></ul></div>{share()}</footer></article><section class="related-post">{cards(s, 6)}</section></div><div class="col-md-4">{sidebar(s)}</div></div></div></div>{footer(s)}</body></html>'''

@layout("nota")
def portal_paragraph_divs(s):
    return head(s, ld="NewsArticle", lang="en") + f'''<body class="font-sans"><div class="bg-cnn_red">{nav(s, 28, "div", "flex justify-between")}</div><div class="w-[1100px] mx-auto"><div class="breadcrumb text-sm"><a href="/">Home</a><a href="/n">Nasional</a></div>
<h1 class="mb-2 text-[28px] leading-9 text-cnn_black">{esc(s["title"])}</h1><div class="mb-2.5"><span class="text-cnn_red">{s["author"]}</span></div><div class="text-cnn_grey text-sm mb-4">{s["day"]}</div><div class="flex gap-4"><div class="grow-0 w-leftcontent min-w-0"><div class="flex gap-5"><div class="grow-0 shrink-0 w-[92px]">{share()}</div>
<div class="detail-wrap flex gap-4 relative"><div id="detikdetailtext" class="detail-text text-cnn_black text-sm grow min-w-0">{body(s, {1: '<div class="paradetail"><div class="para_caption"><p>ADVERTISEMENT</p></div><p>SCROLL TO CONTINUE WITH CONTENT</p></div>', 3: '<!--inlinelink--><p class="inline-link"><strong>Lihat Juga :</strong></p><div class="topiksisip"><a href="/v">Warga Menyambut Kapal</a></div>'})}<p>(jat/sra)</p></div></div></div></div><div class="w-rightcontent">{cards(s, 8)}</div></div></div>{footer(s)}</body></html>'''

@layout("nota")
def portal_paged(s):
    return head(s) + f'''<body><div id="nav">{nav(s, 44, "div", "mainnav")}</div><div class="main"><div class="content"><div id="article"><div class="pb20 tc"><h1 class="f50 black2 f400 crimson">{esc(s["title"])}</h1><div class="mt10"><time class="grey" title="2024-11-21">{s["day"]}</time></div><div id="penulis">Penulis: <a href="/p">{s["author"]}</a></div><div id="editor">Editor: <a href="/e">Bagus Rekaan</a></div></div>
<div class="side-article txt-article multi-fontsize mb20">{body(s, {2: '<p class="baca"><strong>Baca juga: <a href="/b">Klub Samaran Menang Tipis</a></strong></p>', 4: '<p class="baca"><strong>Baca juga: <a href="/b2">Ramalan Cuaca Pekan Ini</a></strong></p>'})}</div><div class="paging mb20 tc"><a href="#" class="active">Halaman</a> <a href="?p=1">1</a> <a href="?p=2">2</a> <a href="?p=3">3</a> <a href="?p=2">Selanjutnya</a></div><div class="mt10 fb">Tags: <a href="/t1">nota</a> <a href="/t2">kapal</a></div></div><div id="reco"><h3>Rekomendasi untuk Anda</h3>{cards(s, 10)}</div></div><div class="sidebar-kanan">{cards(s, 8)}</div></div>{footer(s)}</body></html>'''

@layout("dermaga")
def portal_parts(s):
    one = dict(s, blocks=s["blocks"][:5]); two = dict(s, blocks=s["blocks"][5:])
    part = lambda x, i: f'<div class="article-content-body__item-page" data-page="{i}"><div class="article-content-body__item-content">{x}</div></div>'
    return head(s, ld="NewsArticle") + f'''<body class="articles show"><header class="navbar--top">{nav(s, 30)}</header><div class="container-main"><div class="inner-container-main"><article class="main read-page--core-article"><header class="read-page--header"><h1 class="read-page--header--title entry-title">{esc(s["title"])}</h1><p class="read-page--header--author"><span class="fn">{s["author"]}</span><time class="read-page--header--author__modified-time" datetime="{s["published"]}">03 Mar 2025</time></p></header>
<div class="read-page--content"><div class="read-page--photo-gallery"><div class="advertisement-text">Advertisement</div></div><div class="article-content-body article-content-body_with-aside">{part(body(one), 1)}<div class="baca-juga-collections"><div class="baca-juga-collections__title">BACA JUGA:</div><ul>{links(s, 3)}</ul></div><div class="article-ad"><span>Iklan</span></div>{part(body(two, {2: '<p>' + also(s) + '</p>'}), 2)}</div></div></article><div class="read-page--recommendation"><h2>Rekomendasi</h2>{cards(s, 8)}</div></div></div>{footer(s)}</body></html>'''

# --- ministries ------------------------------------------------------------------------------
@layout("siaran")
def ministry_bootstrap(s):
    return head(s, og=False) + f'''<body><div class="top-header">{nav(s, 22)}</div><section class="page-title"><div class="container"><h5>Berita</h5><ol class="breadcrumb"><li><a href="/">Beranda</a></li><li class="active">Berita</li></ol></div></section><section class="content"><div class="container"><div class="row"><div class="col-lg-8 col-md-8"><div class="single-news"><h2 class="title-news">{esc(s["title"])}</h2><ul class="list-inline news-info"><li><i class="fa fa-calendar"></i> Selasa, 14 Juni 2022</li><li><i class="fa fa-user"></i> Biro Humas</li><li>Dibaca 231 kali</li></ul><img src="r.jpg" class="img-responsive" alt="">
<div class="isi-berita" style="text-align: justify;">{body(s, p='<p style="text-align: justify;"><span style="font-size: 12pt;">%s</span></p>' + chr(10))}</div>{share()}</div></div><div class="col-lg-4 col-md-4"><div class="panel panel-default"><div class="panel-heading">Berita Lainnya</div><div class="panel-body"><ul>{links(s, 12)}</ul></div></div></div></div></div></section>{footer(s)}</body></html>'''

@layout("siaran")
def ministry_tables(s):
    text = "".join(f'<p align="justify"><font face="Verdana" size="2">{esc(t, quote=False)}</font></p>\n' for _, _, t in s["blocks"])
    menu = "".join(f'<tr><td bgcolor="#003366" height="22"><a href="isi.asp?id={i}"><font color="#ffffff" size="1">{w}</font></a></td></tr>' for i, w in enumerate(WORDS_ID * 2))
    return f'''<HTML><HEAD><TITLE>{esc(s["title"])}</TITLE><META http-equiv="Content-Type" content="text/html; charset=utf-8">{style(80)}{script(40)}</HEAD><BODY bgcolor=#ffffff topmargin=0><CENTER><TABLE width=780 border=0 cellspacing=0 cellpadding=0><TR><TD colspan=3><IMG src=banner.gif width=780 height=90></TD></TR><TR><TD width=150 valign=top><TABLE width=150 border=0>{menu}</TABLE></TD><TD width=10>&nbsp;</TD><TD width=620 valign=top><TABLE width="100%" border=0><TR><TD><font face="Verdana" size="1">14 Juni 2022</font></TD></TR><TR><TD><H1><FONT size=4>{esc(s["title"])}</FONT></H1></TD></TR><TR><TD>{text}</TD></TR><TR><TD align=right><a href="javascript:history.back()">Kembali</a> | <a href="cetak.asp">Cetak</a></TD></TR></TABLE></TD></TR><TR><TD colspan=3 align=center><font size=1>Hak Cipta © 2022 Kementerian Pertahanan Contoh</font></TD></TR></TABLE></CENTER></BODY></HTML>'''

@layout("siaran")
def ministry_portal(s):
    return head(s, og=True, extra=f'<meta name="date" content="{s["published"]}">') + f'''<body><form method="post" id="aspnetForm"><div id="s4-workspace">{nav(s, 30, "div", "ms-quickLaunch")}<div id="s4-bodyContainer"><div id="contentRow"><div id="contentBox" aria-live="polite"><div id="notificationArea" class="ms-notif-box"></div><div id="DeltaPlaceHolderMain"><div class="article-container"><div class="article-header"><h1 class="article-title">{esc(s["title"])}</h1><div class="article-date">14/06/2022</div></div><div class="ms-rtestate-field" style="display:inline"><div class="ExternalClass0A1B">{body(s, p='<div>%s</div><div><br></div>' + chr(10))}</div></div></div></div></div></div><div class="right-zone">{cards(s, 7)}</div></div></div>{footer(s)}</form></body></html>'''

@layout("release")
def government_publishing(s):
    return head(s, suffix=True, og=True, extra='<meta name="govuk:first-published-at" content="2021-09-30T12:00:00.000+01:00">') + f'''<body class="gem-c-layout-for-public govuk-template__body"><div id="global-cookie-message" class="gem-c-cookie-banner" role="region"><h2>Cookies on this site</h2><p>We use some essential cookies to make this website work. We would like to set additional cookies to understand how you use it.</p><button>Accept</button></div><a href="#content" class="gem-c-skip-link">Skip to main content</a><header role="banner">{nav(s)}</header><div class="govuk-width-container" id="wrapper"><div class="gem-c-contextual-breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/d">Defence</a></li></ol></div>
<main role="main" id="content"><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-xl gem-c-title__context">Press release</span><h1 class="gem-c-title__text govuk-heading-l">{esc(s["title"])}</h1><div class="gem-c-metadata"><dl><dt>From:</dt><dd><a href="/o">Department of Examples</a></dd><dt>Published</dt><dd>30 September 2021</dd></dl></div><div class="gem-c-govspeak govuk-govspeak"><div class="govspeak">{body(s)}</div></div>
<div class="gem-c-share-links"><h2>Share this page</h2><ul><li><a href="/f">Share on Facebook</a></li><li><a href="/t">Share on Twitter</a></li></ul></div><p class="publication-header__last-changed">Updates to this page</p></div><div class="govuk-grid-column-one-third"><div class="gem-c-related-navigation"><h2>Related content</h2><ul>{links(s, 8)}</ul></div></div></div></main></div>{footer(s)}</body></html>'''

# --- papers in English -----------------------------------------------------------------------
@layout("harbour")
def paper_hashed_classes(s):
    return head(s, ld="NewsArticle") + f'''<body><div id="app"><div class="css-1aor85t">{nav(s, 30, "div", "css-mrqhe6")}</div><main id="site-content"><div><div class="css-13pd83m"><div id="top-wrapper" class="css-1sy8kpn"><p class="css-1jbr">Advertisement</p></div></div><article id="story" class="css-1vxca1d e1lmdhsb0"><header class="css-ys0 euiyums1"><div class="css-1vkm6nb"><h1 class="css-88wicj e1h9rw200">{esc(s["title"])}</h1></div><p id="article-summary" class="css-1smgwul e1wiw3jv0">{esc(s["lead"])}</p><div class="css-103l8m3"><div class="css-1e2jphy"><p class="css-4anu6l e1jsehar1"><span class="byline-prefix">By </span><span class="css-1baulvz last-byline" itemprop="name">{s["author"]}</span></p></div><time class="css-8blifc e16638kd2" datetime="{s["published"]}T06:00:11-05:00">March 4, 2025</time></div></header>
<section name="articleBody" class="meteredContent css-1r7ky0e">{body(s, {2: '<div class="css-0"><div class="css-ad"><p>Advertisement</p></div></div>'}, p='<div class="css-s99gbd StoryBodyCompanionColumn"><div class="css-53u6y8"><p class="css-at9mc1 evys1bk0">%s</p></div></div>' + chr(10))}</section><div class="bottom-of-article"><div class="css-1ubp8k9"><p>A version of this article appears in print on page 3. <a href="/s">Subscribe</a></p></div></div></article></div><div class="css-more"><h2>More in World</h2>{cards(s, 8)}</div></main>{footer(s)}</div></body></html>'''

@layout("harbour")
def paper_text_blocks(s):
    one = lambda x: f'<div data-component="text-block" class="ssrcss-uf6wea"><div class="ssrcss-7uxr49">{x}</div></div>\n'
    return head(s, ld="NewsArticle") + f'''<body><div id="root"><header>{nav(s, 26)}</header><div class="ssrcss-container"><main id="main-content"><article class="ssrcss-pv1rh6"><header><h1 id="main-heading" class="ssrcss-15xko80">{esc(s["title"])}</h1><div class="ssrcss-1if1g9v"><ul><li><span class="visually-hidden">Published</span><time datetime="{s["published"]}T09:12:00.000Z">4 March 2025</time></li></ul></div></header>
{body(s, {1: '<div data-component="links-block"><ul>' + links(s, 3) + '</ul></div>'}, p=one('<p class="ssrcss-1q0x1qg">%s</p>'), h='<div data-component="subheadline-block"><h2>%s</h2></div>', figure='<div data-component="image-block"><figure><div><span><picture><img src="k.jpg" alt=""></picture></span></div><figcaption class="ssrcss-cap">%s</figcaption></figure></div>')}
<section data-component="tag-list"><h2>Related topics</h2><ul>{links(s, 4)}</ul></section></article><div data-component="more-on"><h2>More on this story</h2>{cards(s, 5)}</div></main></div>{footer(s)}</div></body></html>'''

@layout("harbour")
def paper_div_paragraphs(s):
    return head(s, ld="NewsArticle") + f'''<body><div id="fusion-app"><div class="site-header-v2">{nav(s, 26, "div", "nav-bar")}</div><div class="regular-article-layout"><main class="article-wrap"><article class="article"><div class="article-header"><header><div class="tags"><a href="/w">World</a></div><h1 data-testid="Heading">{esc(s["title"])}</h1><div class="info-content"><div class="author-name"><a href="/a" rel="author">{s["author"]}</a></div><time><span class="date">March 4, 2025</span><span>6:12 AM GMT+7</span></time></div></header></div><div class="article-body-wrapper"><div class="article-body">{body(s, p='<div class="text__text__1FZLe paragraph__large" data-testid="paragraph-0">%s</div>' + chr(10))}
<div class="article-body__sign-off"><p>Reporting by {s["author"]}; Editing by John Dummy</p></div><p>Our Standards: <a href="/p">The Trust Principles.</a></p></div></div></article><div class="read-next"><h2>Read Next</h2>{cards(s, 8)}</div></main></div>{footer(s)}</div></body></html>'''

@layout("harbour")
def paper_broadsheet(s):
    return head(s, og=True, extra=f'<meta property="article:published_time" content="{s["published"]}T05:00:00.000Z"><meta property="article:author" content="{s["author"]}">') + f'''<body id="top"><div class="l-header">{nav(s, 30)}</div><article id="article" class="content content--article tonal tonal--tone-news" itemscope><div class="content__main tonal__main"><div class="gs-container"><div class="content__main-column"><div class="content__headline-wrapper"><h1 class="content__headline" itemprop="headline">{esc(s["title"])}</h1></div><div class="content__standfirst"><p>{esc(s["lead"])}</p></div><div class="content__meta-container"><p class="byline">{s["author"]}</p><p class="content__dateline"><time itemprop="datePublished" datetime="{s["published"]}T05:00:00+0000">Tue 4 Mar 2025 05.00 GMT</time></p></div>
<div class="content__article-body from-content-api js-article__body" itemprop="articleBody">{body(s, {2: '<aside class="element element-rich-link"><h2>Read more</h2><p>Heavy Rain Closes Ring Road</p></aside>', 3: '<figure class="element element-newsletter"><p>Sign up to our newsletter and get the best of our journalism in your inbox.</p></figure>'})}</div><div class="submeta"><div class="submeta__label">Topics</div><ul>{links(s, 4)}</ul>{share()}</div></div></div></div></article><div class="fc-container"><h2>Most viewed</h2>{cards(s, 9)}</div>{footer(s)}</body></html>'''

# --- formats ---------------------------------------------------------------------------------
@layout("dermaga")
def amp(s):
    return head(s, ld="NewsArticle").replace("<html ", "<html amp ") + f'''<body><amp-sidebar id="sb" layout="nodisplay" side="left">{nav(s, 30, "ul", "amp-menu")}</amp-sidebar><header class="headerbar"><div role="button" on="tap:sb.toggle" class="hamburger">☰</div></header><amp-ad width="320" height="50" type="doubleclick"><p>iklan</p></amp-ad><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{esc(s["title"])}</h1><div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author">{s["author"]}</span></div><div class="amp-wp-meta amp-wp-posted-on"><time datetime="{s["published"]}T03:05:00+00:00">4 hari lalu</time></div></header>
<figure class="amp-wp-article-featured-image"><amp-img src="k.jpg" width="700" height="400" layout="responsive"></amp-img><figcaption class="wp-caption-text">{esc(s["blocks"][0][2])}</figcaption></figure><div class="amp-wp-article-content">{body(s, {2: '<amp-ad width="300" height="250"><p>iklan</p></amp-ad><p>' + also(s) + '</p>'}, skip_caption=True)}</div><footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-tag">Tag: <a href="/t">dermaga</a></div></footer></article><amp-social-share type="facebook"></amp-social-share><section class="related"><h3>Berita Terkait</h3>{cards(s, 8)}</section>{footer(s)}</body></html>'''

@layout("lawatan")
def mobile_sections(s):
    return head(s, og=True, extra=f'<meta name="publish-date" content="{s["published"]}">') + f'''<body class="m"><div data-role="page"><div data-role="panel" id="menu">{nav(s, 28, "div", "panel-menu")}</div><div data-role="content"><section class="headline"><h1>{esc(s["title"])}</h1><small>{s["day"]}</small></section><section class="teks"><p><b>{esc(s["lead"])}</b></p>{body(s)}</section><section class="kongsi">{share()}</section><section class="lagi"><h4>Berita Berkaitan</h4><ul data-role="listview">{links(s, 12)}</ul></section></div><div data-role="footer"><p>Hak cipta terpelihara © 2023 Berita Rekaan</p></div></div></body></html>'''

@layout("lawatan")
def malay_agency(s):
    return head(s, og=False, suffix=False) + f'''<body><div id="wrapper"><div class="topnav">{nav(s, 20)}</div><div class="container-fluid"><div class="row"><div class="col-12 col-lg-8"><h1 class="h2">{esc(s["title"])}</h1><div class="row mb-3"><div class="col-6 text-dark text-right">17/08/2023 04:20 PM</div></div><div class="row"><div class="col-12 mt-3 text-dark text-justify">{body(s)}<p>— BERNAMA</p></div></div><div class="row"><p>Ikuti kami di <a href="/f">Facebook</a>, <a href="/t">Telegram</a> dan <a href="/i">Instagram</a></p></div></div><div class="col-12 col-lg-4"><h2 class="h5">BERITA TERKINI</h2>{cards(s, 9)}</div></div></div></div>{footer(s)}</body></html>'''

@layout("harbour")
def saved_page(s):
    return f"<!-- saved from url=(0061){s['url']} -->\n" + head(s, og=False, suffix=True) + f'''<body class="vsc-initialized" style="overflow: visible;"><div id="gtx-trans" style="position: absolute; left: -5px; top: 1px; display:none"><div class="gtx-trans-icon">Translate</div></div><div class="page-wrap">{nav(s, 40)}<div class="layout"><div class="primary"><div class="story-head"><h1>{esc(s["title"])}</h1><p class="story-meta">By {s["author"]} | March 4, 2025</p></div><div class="story-body">{body(s, figure='<div class="image-holder"><img src="./saved_files/k.jpg"><p class="image-caption">%s</p></div>' + chr(10))}<div class="inline-related"><p><a href="/x">Lighthouse Keepers Want a Raise</a></p><p><a href="/y">A Walk Along the Old Quay</a></p></div></div></div><div class="secondary">{cards(s, 9)}</div></div>{footer(s)}</div>{script(60)}</body></html>'''

@layout("nota")
def print_version(s):
    text = "".join(f"<P><FONT FACE=\"Arial\" SIZE=3>{esc(t, quote=False)}</FONT>\n" if k == P else f"<H3>{esc(t)}</H3>\n" if k == H else f"<LI>{esc(t)}</LI>\n" for k, _, t in s["blocks"])
    return f'''<html><head><title>{esc(s["title"])}</title>{style(60)}{script(45)}</head><body onload="window.print()"><table width="100%"><tr><td><img src="logo.gif"></td><td align="right"><a href="javascript:window.close()">Tutup</a></td></tr></table><hr><font size=2>Kamis, 21 November 2024</font><h1>{esc(s["title"])}</h1>{text}<hr><font size="1">Dokumen ini dicetak dari Kabar Samaran</font></body></html>'''

@layout("opini")
def magazine_sections(s):
    out, part = [], []
    for k, level, t in s["blocks"]:
        if k == H: out.append(part); part = [f'<h4 class="graf graf--h4">{esc(t)}</h4>']
        else: part.append(f'<p class="graf graf--p">{esc(t, quote=False)}</p>')
    out.append(part)
    sections = "".join(f'<section class="section section--body"><div class="section-divider"><hr></div><div class="section-content"><div class="section-inner sectionLayout--insetColumn">{"".join(x)}</div></div></section>' for x in out)
    return head(s, ld="BlogPosting") + f'''<body class="postShowScreen"><div class="site-main"><div class="metabar">{nav(s, 16)}</div><main role="main"><article class="u-sizeViewHeightMin100"><header class="container u-maxWidth740"><h1 class="graf graf--h3 graf--title">{esc(s["title"])}</h1><div class="uiScale postMetaInline"><a class="ds-link" href="/@ratna">{s["author"]}</a><div class="postMetaInline-feedSummary"><time datetime="{s["published"]}T01:00:00.000Z">Feb 9, 2023</time> · <span class="readingTime">3 min read</span></div></div></header><div class="postArticle-content">{sections}</div><footer class="u-paddingTop10"><ul class="tags tags--postTags"><li><a href="/t">Opini</a></li></ul></footer></article><div class="streamItem"><h2>More from Nalar</h2>{cards(s, 7)}</div></main></div>{footer(s)}</body></html>'''

@layout("explainer")
def encyclopedia(s):
    toc = '<div id="toc" class="toc"><h2>Contents</h2><ul><li><a href="#a">1 Who sits on it</a></li><li><a href="#b">2 What it can and cannot decide</a></li></ul></div>'
    return head(s, og=False, suffix=True, extra=f'<meta name="dcterms.issued" content="{s["published"]}"><meta name="author" content="{s["author"]}"><link rel="canonical" href="{s["url"]}">') + f'''<body class="mediawiki ltr sitedir-ltr"><div id="mw-page-base"></div><div id="content" class="mw-body" role="main"><h1 id="firstHeading" class="firstHeading">{esc(s["title"])}</h1><div id="bodyContent" class="mw-body-content"><div id="siteSub">From the Example Policy Review</div><div id="mw-content-text" class="mw-content-ltr"><div class="mw-parser-output">{body(s, {1: toc}, h='<h2><span class="mw-headline" id="a">%s</span></h2>' + chr(10))}</div><div class="printfooter">Retrieved from "<a href="/x">{s["url"]}</a>"</div></div><div id="catlinks" class="catlinks"><ul>{links(s, 4)}</ul></div></div></div><div id="mw-navigation">{nav(s, 40, "div", "portal")}</div>{footer(s)}</body></html>'''

@layout("explainer")
def single_page_app(s):
    data = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": s["publisher"]}, {"@type": "NewsArticle", "headline": s["title"], "datePublished": s["published"], "author": {"@type": "Person", "name": s["author"]},
            "publisher": {"name": s["publisher"]}, "mainEntityOfPage": {"@id": s["url"]}, "articleBody": "\n".join(t for k, _, t in s["blocks"] if k in (P, L, Q))}]}
    out = "".join(f'<div class="x{i}a"><div class="x{i}b">{esc(t, quote=False)}</div></div>' if k != H else f'<div class="xh"><h2>{esc(t)}</h2></div>' for i, (k, _, t) in enumerate(s["blocks"]))
    return head(s, og=False, extra='<script type="application/ld+json">' + json.dumps(data) + "</script>") + f'''<body><div id="__next"><div class="a1"><div class="a2">{links(s, 20, "div")}</div></div><div class="b1"><div class="b2"><div class="b3"><h1>{esc(s["title"])}</h1></div><div class="b4">{out}</div></div><div class="b5">{"".join(f'<div class="t"><div>{w}</div><div>Read the full story of what happened and what it means for the people who live near the bay.</div></div>' for w in WORDS_EN)}</div></div></div><script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"page": [s["title"]] * 60}})}</script>{footer(s)}</body></html>'''

@layout("opini")
def preformatted(s):
    text = "\n\n".join(esc(t, quote=False) for _, _, t in s["blocks"])
    return head(s, og=False, suffix=False, extra=f'<meta name="author" content="{s["author"]}"><meta name="pubdate" content="{s["published"]}">') + f'''<body><table><tr><td class="left">{nav(s, 20, "div", "left-menu")}</td><td class="middle"><h1>{esc(s["title"])}</h1><pre style="white-space:pre-wrap">{text}</pre></td></tr></table>{footer(s)}</body></html>'''

@layout("siaran")
def definition_archive(s):
    return head(s, og=False) + f'''<body><div id="frame"><div id="kiri"><div class="kotak"><h4>Menu</h4>{nav(s, 24, "div", "daftar")}</div></div><div id="tengah"><dl class="arsip"><dt><h1>{esc(s["title"])}</h1></dt><dd class="tgl">Selasa, 14 Juni 2022</dd><dd class="isi">{body(s, p='%s<br><br>' + chr(10))}</dd></dl><div class="tombol"><a href="/c">Cetak</a> <a href="/k">Kirim ke teman</a></div></div><div id="kanan">{cards(s, 7, "h4")}</div></div>{footer(s)}</body></html>'''

# --- broken ----------------------------------------------------------------------------------
@layout("harbour")
def nested_unclosed(s):
    """Each paragraph opens a <div> and a <font> that nothing closes: the last is 400 deep."""
    out = "".join(body(dict(s, blocks=[b])) + "<div class=spacer><font color=#000001><span>" * 14 for b in s["blocks"])
    return head(s, ld="NewsArticle") + f'''<body>{nav(s, 30)}<div class="wrap">{"<div><b><i>" * 40}<h1>{esc(s["title"])}</h1>{out}</body></html>'''

@layout("nota")
def nested_wrappers(s):
    return head(s, ld="NewsArticle") + f'''<body><header>{nav(s, 30)}</header>{"<div class=w><section>" * 170}<h1>{esc(s["title"])}</h1><div class="txt">{body(s)}</div>{"</section></div>" * 170}{sidebar(s)}{footer(s)}</body></html>'''

@layout("dermaga")
def windows_1252(s):
    return head(s, ld="NewsArticle", charset="windows-1252") + f'''<body><div id="menu">{nav(s, 30, "div", "kiri")}</div><div id="isi"><h1>{esc(s["title"])}</h1><div class="tanggal">{s["day"]}</div>{body(s)}</div><div id="kanan">{cards(s, 8)}</div>{footer(s)}</body></html>'''

# What a layout leaves out of the story's blocks or adds to them.
LEAD = {"wordpress-classic", "wordpress-newspaper-theme", "paper-hashed-classes", "paper-broadsheet", "mobile-sections"}
NO_CAPTION = {"portal-breaks"}
NO_BYLINE = {"portal-paragraph-divs": False}
FLAT = {"blogger", "portal-breaks", "preformatted", "definition-archive"}  # headings and items are lines there
NO_DATE_IN_MARKUP = {}

def expected_html(name, s):
    blocks = [dict(type=H, level=1, text=s["title"])]
    if name in LEAD: blocks.append(dict(type=P, level=0, text=s["lead"]))
    for kind, level, text in s["blocks"]:
        if kind == C and name in NO_CAPTION: continue
        if name in FLAT and kind in (H, L): kind, level = P, 0
        if name == "magazine-sections" and kind == H: level = 4
        if name == "single-page-app" and kind in (L, Q): kind, level = P, 0
        blocks.append(dict(type=kind, level=level, text=text))
    return blocks

def metadata(s, **changes):
    known = dict(title=s["title"], language=s["language"], published=s["published"])
    known.update(changes)
    return known

def write(name, data, blocks, known, dropped=None):
    with open(os.path.join(HERE, name), "wb") as f: f.write(data)
    with open(os.path.join(HERE, name + ".json"), "w", encoding="utf-8") as f:
        json.dump(dict(metadata=known, blocks=blocks, **({"dropped": dropped} if dropped is not None else {})), f, ensure_ascii=False, indent=1)
        f.write("\n")

def write_pages():
    for name, (key, function, expect) in LAYOUTS.items():
        s = STORY[key]
        page = function(s)
        data = page.encode("windows-1252" if name == "windows-1252" else "utf-8")
        blocks = expected_html(name, s)
        share = sum(len(b["text"].encode()) for b in blocks) / len(data)
        if share > 0.4: sys.exit(f"{name}: {share:.2f} of the page is article")
        write(name + ".html", data, blocks, metadata(s))

def plain(s, dropped_after={}, head_lines=(), tail=()):
    """A story as a newspaper's text is copied: the headline, a line a paragraph."""
    lines, dropped = [s["title"], *head_lines], []
    for i, (kind, level, text) in enumerate(s["blocks"]):
        if kind == C: continue
        lines.append(("- " if kind == L else "") + text)
        if i in dropped_after: lines.append(dropped_after[i]); dropped.append(dropped_after[i])
    return lines + list(tail), dropped + list(tail)

def expected_plain(lines, dropped, s):
    out = []
    kinds = {text: (kind, level) for kind, level, text in s["blocks"]}
    for line in lines:
        if line in dropped: continue
        text = line[2:] if line.startswith("- ") else line
        kind, level = kinds.get(text, (P, 0))
        if line == s["title"]: kind, level = H, 1
        if kind == H and level > 1: level = 2
        if kind == Q: kind = P
        out.append(dict(type=kind, level=level, text=line))
    return out

def write_texts():
    boiler = {3: "Baca juga: Kapal Latih Berlayar ke Utara", 6: "SCROLL TO CONTINUE WITH CONTENT"}
    tail = ["Editor: Bagus Rekaan", "Simak juga Video 'Dermaga Baru':"]
    quotes = str.maketrans({"“": '"', "”": '"', "—": "-", "–": "-"})
    for name, key, charset, mark in [
            ("utf-8", "nota", "utf-8", b""), ("utf-8-mark", "dermaga", "utf-8", b"\xef\xbb\xbf"), ("utf-16le", "harbour", "utf-16-le", b"\xff\xfe"),
            ("utf-16be", "opini", "utf-16-be", b"\xfe\xff"), ("windows-1252", "dermaga", "windows-1252", b""), ("iso-8859-1", "nota", "iso-8859-1", b""),
            ("iso-8859-15", "siaran", "iso-8859-15", b""), ("gb18030", "lawatan", "gb18030", b"")]:
        s = dict(STORY[key]); extra = {"iso-8859-1": "Biaya perjalanan delegasi dari São Tomé dan Curaçao ditanggung panitia, menurut catatan Señor Peña.",
                                       "iso-8859-15": "Biaya beasiswa diperkirakan 5.000 € setiap perwira, demikian catatan delegasi dari Curaçao.",
                                       "gb18030": "Delegasi itu turut membawa terjemahan perjanjian, 联合训练协定, yang disimpan di arkib kementerian (国防部) sejak lawatan pertama."}.get(name)
        s["blocks"] = [b for b in s["blocks"] if b[0] not in (C, T)]
        if charset in ("iso-8859-1", "iso-8859-15"):
            s["title"] = s["title"].translate(quotes); s["blocks"] = [(k, l, t.translate(quotes)) for k, l, t in s["blocks"]]
        if extra: s["blocks"].append((P, 0, extra))
        english = s["language"] == "en"
        lines, dropped = plain(s, {} if english else boiler, (s["day"],), () if english else tail)
        data = mark + ("\n".join(lines) + "\n").encode(charset)
        write("text-" + name + ".txt", data, expected_plain(lines, dropped, s), metadata(s), dropped)

def write_odd_texts():
    s = STORY["release"]
    wrapped, width = [], 68
    for _, _, text in s["blocks"]:
        line = ""
        for word in text.split():
            if len(line) + len(word) + 1 > width: wrapped.append(line); line = word
            else: line = (line + " " + word).strip()
        wrapped.append(line)
    lines = [s["title"].upper(), *wrapped, "CONTOH, 30 September 2021"]
    blocks = [dict(type=H, level=1, text=s["title"].upper())] + [dict(type=k, level=l, text=t) for k, l, t in s["blocks"]] + [dict(type=P, level=0, text=lines[-1])]
    write("text-wrapped.txt", ("\n".join(lines) + "\n").encode(), blocks, metadata(s, title=s["title"].upper(), place="Contoh"), [])

    s = STORY["dermaga"]
    story = [b for b in s["blocks"] if b[0] in (P, H)]
    broken = "\n\n".join([s["title"]] + [t for _, _, t in story]).encode().decode("windows-1252", "ignore").replace("\u0081", "")
    broken = broken.replace("bulan depan, dan", "bulan depan,\u00c2 dan").replace("tepi dermaga.", "tepi dermaga.\u00c2")
    blocks = [dict(type=H, level=1, text=s["title"])] + [dict(type=k, level=l, text=t) for k, l, t in story]
    write("text-mojibake.txt", broken.encode(), blocks, metadata(s, published=None), [])

    s = STORY["explainer"]
    story = [b for b in s["blocks"] if b[0] != Q]
    lines = ["---", f'title: "{s["title"]}"', f'date: "{s["published"]}"', "tags:", "source: https://policy.example/explainers/joint-maritime-committee", "---", ""]
    dropped = ["---", lines[2], "tags:", lines[4], "---"]
    text = "\n\n".join(("- " if k == L else "## " if k == H else "") + t for k, _, t in story)
    blocks = [dict(type=H, level=1, text=lines[1])] + [dict(type=k, level=l, text=("- " if k == L else "## " if k == H else "") + t) for k, l, t in story]
    write("text-front-matter.txt", ("\n".join(lines) + text + "\n").encode(), blocks, metadata(s), dropped)

    s = STORY["siaran"]
    story = [t for _, _, t in s["blocks"]]
    lines = ["SIARAN PERS", "Nomor: SP/112/VI/2022", s["title"], story[0].replace("Kota Rekaan –", "Kota Rekaan, 14 Juni 2022 –")] + story[1:]
    blocks = [dict(type=P if i != 2 else H, level=0 if i != 2 else 1, text=t) for i, t in enumerate(lines)]
    write("text-release.txt", ("\r\n".join(lines) + "\r\n").encode(), blocks, metadata(s, place="Kota Rekaan", type="release"), [])

if __name__ == "__main__":
    os.makedirs(HERE, exist_ok=True)
    write_pages(); write_texts(); write_odd_texts()
    print(len(LAYOUTS), "pages;", len([n for n in os.listdir(HERE) if n.endswith(".json")]), "files in all")
