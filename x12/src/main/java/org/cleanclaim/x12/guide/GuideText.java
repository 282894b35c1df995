package org.cleanclaim.x12.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.x12.guide.ElementRule.Usage;
import org.cleanclaim.x12.guide.Rule.LoopRule;
import org.cleanclaim.x12.guide.Rule.SegmentRule;
import org.cleanclaim.x12.lexer.SegmentNames;

/// Reads a guide from its text, whose form `docs/reference/x12-guides.md` describes.
final class GuideText {
  private static final Pattern HEAD =
      Pattern.compile("guide (\\S+) (\\d{3}) (\\w{2}) \"([^\"]*)\"(?: when BHT02=([\\w,]+))?");
  private static final Pattern LOOP = Pattern.compile("loop (\\S+) ([RS]) (\\d+|\\*) \"([^\"]*)\"");
  private static final Pattern SEGMENT =
      Pattern.compile("([A-Z][A-Z0-9]{1,2}) ([RS]) (\\d+|\\*) \"([^\"]*)\"(.*)");
  private static final Pattern ELEMENT =
      Pattern.compile(
          "(\\d{2})(?:-(\\d{1,2}))?([!?]?)(?:\\((\\d+)-(\\d+)\\))?(?:=(\\S+)|@(\\S+))?");

  private final String file;
  private final List<String> lines;
  private final Dictionary dictionary;
  private final Map<String, Integer> definitions = new HashMap<>();
  private int line;

  private GuideText(String file, List<String> lines, Dictionary dictionary) {
    this.file = file;
    this.lines = lines.stream().map(GuideText::withoutComment).toList();
    this.dictionary = dictionary;
  }

  /// Reads a guide.
  ///
  /// @throws IllegalArgumentException naming file and line when the text is not in form
  static Guide read(String file, List<String> lines, Dictionary dictionary) {
    return new GuideText(file, lines, dictionary).read();
  }

  private static String withoutComment(String text) {
    return text.stripLeading().startsWith("#") ? "" : text.stripTrailing();
  }

  private Guide read() {
    skipBlank();
    Matcher head = HEAD.matcher(lines.get(line).strip());
    if (!head.matches()) throw wrong("the first line has to be: guide VERSION TYPE GS01 \"name\"");
    line++;
    for (int i = line; i < lines.size(); i++) {
      if (lines.get(i).startsWith("define ")) {
        definitions.put(lines.get(i).substring(7).strip(), i);
      }
    }
    var children = new ArrayList<Rule>();
    children(0, children);
    return new Guide(
        head.group(1),
        head.group(2),
        head.group(3),
        head.group(5) == null ? List.of() : List.of(head.group(5).split(",")),
        new LoopRule("", head.group(4), true, 1, 0, children),
        dictionary);
  }

  /// Reads the rules at one level of indentation.
  private void children(int level, List<Rule> into) {
    skipBlank();
    while (line < lines.size()) {
      String text = lines.get(line);
      int indent = indent(text);
      if (indent < level) return;
      if (indent > level) throw wrong("too far to the right");
      String plain = text.strip();
      if (plain.startsWith("define ")) {
        skipBlock(level);
      } else if (plain.startsWith("use ")) {
        use(plain.substring(4).strip(), into);
      } else if (plain.startsWith("loop ")) {
        loop(level, into);
      } else {
        segment(plain, into);
        line++;
      }
      skipBlank();
    }
  }

  private void use(String name, List<Rule> into) {
    Integer start = definitions.get(name);
    if (start == null) throw wrong("'" + name + "' is not defined");
    int back = line + 1;
    line = start + 1;
    skipBlank();
    children(indent(lines.get(line)), into);
    line = back;
  }

  private void loop(int level, List<Rule> into) {
    Matcher loop = LOOP.matcher(lines.get(line).strip());
    if (!loop.matches()) throw wrong("not a loop: loop ID R|S REPEAT \"name\"");
    line++;
    skipBlank();
    var children = new ArrayList<Rule>();
    children(level + 1, children);
    if (children.isEmpty()) throw wrong("loop " + loop.group(1) + " is empty");
    into.add(
        new LoopRule(
            loop.group(1),
            loop.group(4),
            loop.group(2).equals("R"),
            most(loop.group(3)),
            order(children.getFirst().segment().code(), into),
            children));
  }

  private void segment(String text, List<Rule> into) {
    Matcher segment = SEGMENT.matcher(text);
    if (!segment.matches()) throw wrong("not a segment: ID R|S REPEAT \"name\" elements");
    String id = segment.group(1);
    SegmentShape shape = dictionary.segment(id);
    if (shape == null) throw wrong(id + " is not in segments.txt");
    var elements = elements(shape, segment.group(5).strip());
    int telling = id.equals("HL") ? 3 : 1;
    ElementRule teller = elements.size() < telling ? null : elements.get(telling - 1);
    int component = 0;
    if (teller != null && !teller.components().isEmpty()) {
      teller = teller.components().getFirst();
      component = 1;
    }
    Codes toldBy = teller == null ? null : teller.codes();
    int code = SegmentNames.code(id);
    into.add(
        new SegmentRule(
            id,
            code,
            segment.group(4),
            segment.group(2).equals("R"),
            most(segment.group(3)),
            order(code, into),
            shape,
            elements,
            telling,
            component,
            toldBy));
  }

  // Neighbours of one segment name may come in any order.
  private static int order(int opening, List<Rule> before) {
    if (before.isEmpty()) return 0;
    Rule last = before.getLast();
    boolean isAlike = before.size() > 1 && last.segment().code() == opening;
    return isAlike ? last.order() : last.order() + 1;
  }

  private List<ElementRule> elements(SegmentShape shape, String text) {
    var rules = new ArrayList<ElementRule>();
    for (ElementShape element : shape.elements()) {
      rules.add(ElementRule.silent(element, Usage.UNUSED));
    }
    if (text.isEmpty()) return rules;
    for (String word : text.split("\\s+")) {
      Matcher element = ELEMENT.matcher(word);
      if (!element.matches()) throw wrong("'" + word + "' is no element");
      int position = Integer.parseInt(element.group(1));
      if (position < 1 || position > rules.size()) {
        throw wrong(shape.id() + " has no element " + position);
      }
      ElementRule old = rules.get(position - 1);
      rules.set(
          position - 1,
          element.group(2) == null ? rule(old, element) : withComponent(shape, old, element));
    }
    return rules;
  }

  private ElementRule withComponent(SegmentShape shape, ElementRule old, Matcher element) {
    int position = Integer.parseInt(element.group(2));
    if (position < 1 || position > old.components().size()) {
      throw wrong("%s%s has no component %d".formatted(shape.id(), element.group(1), position));
    }
    // The first component named makes the others unused.
    var components = new ArrayList<ElementRule>();
    boolean isFirst = old.components().stream().allMatch(c -> c.usage() == Usage.SITUATIONAL);
    for (ElementRule component : old.components()) {
      components.add(isFirst ? ElementRule.silent(component.shape(), Usage.UNUSED) : component);
    }
    components.set(position - 1, rule(components.get(position - 1), element));
    Usage usage = old.usage() == Usage.UNUSED ? Usage.REQUIRED : old.usage();
    return new ElementRule(old.shape(), usage, old.codes(), old.outsideList(), components);
  }

  private static ElementRule rule(ElementRule old, Matcher element) {
    Usage usage = element.group(3).equals("?") ? Usage.SITUATIONAL : Usage.REQUIRED;
    ElementShape shape = old.shape();
    if (element.group(4) != null) {
      shape = shape.within(Integer.parseInt(element.group(4)), Integer.parseInt(element.group(5)));
    }
    Codes codes = element.group(6) == null ? null : new Codes(List.of(element.group(6).split(",")));
    return new ElementRule(shape, usage, codes, element.group(7), old.components());
  }

  private static int most(String text) {
    return text.equals("*") ? Integer.MAX_VALUE : Integer.parseInt(text);
  }

  private void skipBlock(int level) {
    line++;
    while (line < lines.size() && (lines.get(line).isBlank() || indent(lines.get(line)) > level)) {
      line++;
    }
  }

  private void skipBlank() {
    while (line < lines.size() && lines.get(line).isBlank()) line++;
  }

  private static int indent(String text) {
    int blanks = 0;
    while (blanks < text.length() && text.charAt(blanks) == ' ') blanks++;
    return blanks / 2;
  }

  private IllegalArgumentException wrong(String what) {
    int shown = Math.min(line, lines.size() - 1);
    return new IllegalArgumentException(
        "%s, line %d: %s: %s".formatted(file, shown + 1, what, lines.get(shown).strip()));
  }
}
