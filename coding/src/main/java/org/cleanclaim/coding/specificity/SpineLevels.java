package org.cleanclaim.coding.specificity;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cleanclaim.codesets.search.ClinicalWord;

/// The region of the spine in which a disc lies, by the vertebrae above and below it (`L4-5`,
/// `L5-S1`), as the titles of M50 and M51 divide them.
final class SpineLevels {
  private static final Pattern ABOVE = Pattern.compile("([ctl])(\\d{1,2})");
  private static final Pattern BELOW = Pattern.compile("([ctls]?)(\\d{1,2})");

  private static final Set<String> REGIONS =
      stems("cervical cervicothoracic thoracic thoracolumbar lumbar lumbosacral high mid");

  private SpineLevels() {}

  private static Set<String> stems(String words) {
    return ClinicalWord.ofPhrase(words).stream()
        .map(ClinicalWord::stem)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Adds the words of the region to the stems of a statement that names one level.
  static void tell(List<ClinicalWord> words, Set<String> stems) {
    String region = "";
    for (int i = 0; i + 1 < words.size(); i++) {
      String found = region(words.get(i).stem(), words.get(i + 1).stem());
      boolean isApart = words.get(i + 1).start() - words.get(i).end() > 1;
      if (found.isEmpty() || isApart) continue;
      if (!region.isEmpty() && !region.equals(found)) return;
      region = found;
    }
    if (region.isEmpty()) return;
    stems.removeAll(REGIONS);
    stems.addAll(stems(region));
  }

  /// Takes the regions out of what a heading says of all codes below it, where it names several:
  /// `thoracic, thoracolumbar and lumbosacral` says none of them of one.
  static void withoutSeveral(Set<String> stems) {
    if (stems.stream().filter(REGIONS::contains).count() > 1) stems.removeAll(REGIONS);
  }

  private static String region(String above, String below) {
    Matcher upper = ABOVE.matcher(above);
    Matcher lower = BELOW.matcher(below);
    if (!upper.matches() || !lower.matches()) return "";
    int number = Integer.parseInt(upper.group(2));
    boolean isNext = Integer.parseInt(lower.group(2)) == number + 1;
    boolean isSamePart = lower.group(1).isEmpty() || lower.group(1).equals(upper.group(1));
    return switch (upper.group(1) + (isNext && isSamePart ? "" : lower.group())) {
      case "c" ->
          number < 2 || number > 6
              ? ""
              : number < 4
                  ? "high cervical region"
                  : "mid cervical region C%d C%d level".formatted(number, number + 1);
      case "ct1" -> number == 7 ? "cervicothoracic region" : "";
      case "t" -> number < 12 ? "thoracic region" : "";
      case "tl1" -> number == 12 ? "thoracolumbar region" : "";
      case "l" -> number < 5 ? "lumbar region" : "";
      case "ls1" -> number == 5 ? "lumbosacral region" : "";
      default -> "";
    };
  }
}
