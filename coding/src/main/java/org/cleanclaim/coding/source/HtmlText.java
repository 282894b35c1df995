package org.cleanclaim.coding.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes the lines out of HTML or XHTML. Scripts, styles and what is struck out are no text. Reads
/// any tag soup: what it does not know is passed over.
final class HtmlText {
  private static final Set<String> BLOCKS =
      Set.of(
          "p div br hr section article header footer main aside ul ol dl dt dd table thead tbody"
              .concat(" tfoot caption pre blockquote address form fieldset figure title body")
              .split(" "));
  private static final Set<String> SKIPPED =
      Set.of("script", "style", "head", "template", "noscript", "del", "s", "strike", "svg");
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("deg", "\u00B0"),
          Map.entry("micro", "\u00B5"),
          Map.entry("frac12", "\u00BD"),
          Map.entry("plusmn", "\u00B1"),
          Map.entry("ge", "\u2265"),
          Map.entry("le", "\u2264"),
          Map.entry("times", "\u00D7"),
          Map.entry("bull", "\u2022"),
          Map.entry("hellip", "\u2026"),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("ldquo", "\u201C"),
          Map.entry("rdquo", "\u201D"));
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,10}));");
  private static final Pattern NAME = Pattern.compile("/?([A-Za-z][A-Za-z0-9:-]*)");
  private static final Pattern HIDDEN =
      Pattern.compile("display\\s*:\\s*none|\\shidden(?:\\s|=|/|$)", Pattern.CASE_INSENSITIVE);

  private final String html;
  private final LineMaker made = new LineMaker();
  private int at;
  private int line = 1;

  private HtmlText(String html) {
    this.html = html;
  }

  static List<Line> of(String html) {
    var reader = new HtmlText(html);
    reader.read();
    return reader.made.lines();
  }

  private void read() {
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      if (tag < 0) tag = html.length();
      if (tag > at) {
        made.text(unescaped(html.substring(at, tag)), line);
        advance(tag);
      } else {
        markup();
      }
    }
  }

  private void advance(int to) {
    for (int i = at; i < to; i++) if (html.charAt(i) == '\n') line++;
    at = to;
  }

  private void markup() {
    if (html.startsWith("<!--", at)) {
      advance(behind("-->", at + 4));
      return;
    }
    Matcher name = NAME.matcher(html).region(at + 1, Math.min(html.length(), at + 41));
    if (!name.lookingAt()) {
      boolean isDeclaration = at + 1 < html.length() && "!?/".indexOf(html.charAt(at + 1)) >= 0;
      if (isDeclaration) {
        advance(behind(">", at + 1));
      } else {
        made.text("<", line);
        advance(at + 1);
      }
      return;
    }
    String tag = name.group(1).toLowerCase(Locale.ROOT);
    boolean isEnd = html.charAt(at + 1) == '/';
    int end = behind(">", at + 1);
    boolean isAlone = end >= 2 && html.charAt(end - 1) == '>' && html.charAt(end - 2) == '/';
    boolean isHidden = !isEnd && !isAlone && HIDDEN.matcher(html.substring(at, end)).find();
    advance(end);
    if (!isEnd && !isAlone && (SKIPPED.contains(tag) || isHidden)) skip(tag);
    else place(tag, isEnd);
  }

  /// Behind the end tag that belongs to a begun element.
  private void skip(String tag) {
    Matcher tags =
        Pattern.compile("<(/?)" + Pattern.quote(tag) + "(?=[\\s>/])", Pattern.CASE_INSENSITIVE)
            .matcher(html);
    int open = 1;
    int from = at;
    while (open > 0 && tags.find(from)) {
      open += tags.group(1).isEmpty() ? 1 : -1;
      from = behind(">", tags.end());
    }
    advance(open > 0 ? html.length() : from);
  }

  private void place(String tag, boolean isEnd) {
    switch (tag) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        if (isEnd) made.end();
        else made.heading();
      }
      case "li" -> {
        if (isEnd) made.end();
        else made.item();
      }
      case "tr" -> {
        if (isEnd) made.endRow();
        else made.row();
      }
      case "td" -> {
        if (isEnd) made.endCell();
      }
      case "th" -> {
        if (isEnd) made.endHeadingCell();
      }
      default -> {
        if (!BLOCKS.contains(tag)) return;
        if (made.isInRow()) made.text(" ", line);
        else made.end();
      }
    }
  }

  private int behind(String end, int from) {
    int found = html.indexOf(end, from);
    return found < 0 ? html.length() : found + end.length();
  }

  static String unescaped(String text) {
    if (text.indexOf('&') < 0) return text;
    return ENTITY
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                meaning(found.group(), found.group(1), found.group(2), found.group(3))));
  }

  private static String meaning(
      String whole, @Nullable String decimal, @Nullable String hex, @Nullable String name) {
    if (name != null) return ENTITIES.getOrDefault(name, whole);
    int point =
        decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(String.valueOf(hex), 16);
    return Character.isValidCodePoint(point) && point > 0 ? Character.toString(point) : " ";
  }
}
