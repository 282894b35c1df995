package org.cleanclaim.coding.procedure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fusion of vertebral joints. The body part is the region of the spine with one joint or several
/// (Official Guidelines B3.10a), each region and each column a code of its own (B3.10b); the device
/// is the interbody device where one was used, or else the graft, the patient's own before another
/// (B3.10c). Tables 0RG and 0SG.
final class SpinalFusion {
  private static final Pattern FUSION = Pattern.compile("\\b(?:fusions?|fused|arthrodes\\w+)\\b");
  private static final Pattern SPINE =
      Pattern.compile(
          "\\b(?:spin(?:e|al)|cervical|thoracic|lumbar|lumbosacral|vertebra\\w*|interbody|posterolateral)\\b");
  private static final Pattern SHORT = Pattern.compile("\\b(?:acdf|alif|[ptdlxo]lif|llif)\\b");
  private static final Pattern OTHER_JOINT = Pattern.compile("\\b(?:sacroiliac|si joint)\\b");

  /// Vertebrae one below the other: `L4-5`, `C5-C6-C7`, `T10 to L2`.
  private static final Pattern LEVELS =
      Pattern.compile(
          "\\b(?:[ctls]\\d{1,2}|occiput)(?:\\s*(?:[-–/]|to|through)\\s*[ctls]?\\d{1,2}(?!\\d))+");

  private static final Pattern VERTEBRA = Pattern.compile("([ctls]?)(\\d{1,2})|occiput");

  private static final Pattern ANTERIOR = Pattern.compile("\\b(?:acdf|alif|anterior)\\b");
  private static final Pattern POSTERIOR_INTERBODY =
      Pattern.compile(
          "\\b(?:plif|tlif)\\b|\\b(?:posterior|transforaminal)\\b[^.;]{0,25}\\binterbody\\b");
  private static final Pattern POSTEROLATERAL =
      Pattern.compile("\\b(?:posterolateral|plf|intertransverse)\\b");
  private static final Pattern POSTERIOR = Pattern.compile("\\b(?:posterior|psf)\\b");

  private static final Pattern CAGE =
      Pattern.compile(
          "\\b(?:cages?|peek|(?:interbody|intervertebral) (?:fusion"
              + " )?(?:devices?|implants?|spacers?))\\b");
  private static final Pattern OWN_BONE =
      Pattern.compile(
          "\\b(?:autografts?|autologous (?:bone|grafts?|iliac)|autogenous|iliac crest (?:bone"
              + " )?grafts?|local bone)\\b");
  private static final Pattern OTHER_BONE =
      Pattern.compile("\\b(?:allografts?|cadaver\\w*|demineralized bone|dbm)\\b");
  private static final Pattern SYNTHETIC =
      Pattern.compile("\\b(?:synthetic (?:bone|grafts?)|tricalcium phosphate|hydroxyapatite)\\b");
  private static final Pattern LAID_OPEN =
      Pattern.compile("\\b(?:open|incis\\w+|expos\\w+|dissect\\w+|retract\\w+)\\b");

  private static final int SACRUM = 25;

  /// The first vertebra of each letter, counted from the occiput.
  private static final Map<String, Integer> FIRST = Map.of("c", 1, "t", 8, "l", 20, "s", SACRUM);

  private static final Map<String, Integer> VERTEBRAE = Map.of("c", 7, "t", 12, "l", 5, "s", 1);

  private SpinalFusion() {}

  /// Whether the words name a fusion of the spine.
  static boolean isNamed(String clause) {
    if (OTHER_JOINT.matcher(clause).find()) return false;
    if (SHORT.matcher(clause).find()) return true;
    return FUSION.matcher(clause).find()
        && (SPINE.matcher(clause).find() || LEVELS.matcher(clause).find());
  }

  /// One for each region and column; none where the record names no region.
  static List<Meant> meant(String clause, String line, String described) {
    List<String> bodyParts = bodyParts(clause, line, described);
    String told = line + " . " + described;
    var meant = new ArrayList<Meant>();
    for (Optional<String> column : columns(clause, line)) {
      for (String bodyPart : bodyParts) {
        var values = new ArrayList<String>();
        if (LAID_OPEN.matcher(told).find()) values.add("Open");
        column.ifPresent(values::add);
        boolean isAnterior = column.filter(c -> c.endsWith("Anterior Column")).isPresent();
        device(told, isAnterior).ifPresent(values::add);
        meant.add(Meant.of(bodyPart, values));
      }
    }
    return List.copyOf(meant);
  }

  /// The qualifiers: from where the spine was reached, and which column was fused. Empty where the
  /// record does not say it.
  private static Set<Optional<String>> columns(String clause, String line) {
    for (String told : List.of(clause, line)) {
      var found = new LinkedHashSet<Optional<String>>();
      boolean isInterbody = POSTERIOR_INTERBODY.matcher(told).find();
      if (ANTERIOR.matcher(told).find())
        found.add(Optional.of("Anterior Approach, Anterior Column"));
      if (isInterbody) found.add(Optional.of("Posterior Approach, Anterior Column"));
      boolean isPosterior = POSTERIOR.matcher(told).find() && !isInterbody;
      if (isPosterior || POSTEROLATERAL.matcher(told).find()) {
        found.add(Optional.of("Posterior Approach, Posterior Column"));
      }
      if (!found.isEmpty()) return found;
    }
    return Set.of(Optional.empty());
  }

  private static Optional<String> device(String told, boolean isAnterior) {
    if (isAnterior && CAGE.matcher(told).find()) return Optional.of("Interbody Fusion Device");
    if (OWN_BONE.matcher(told).find()) return Optional.of("Autologous Tissue Substitute");
    if (OTHER_BONE.matcher(told).find()) return Optional.of("Nonautologous Tissue Substitute");
    return SYNTHETIC.matcher(told).find() ? Optional.of("Synthetic Substitute") : Optional.empty();
  }

  /// The beginnings of the codes: with the body part where the record names the vertebrae, up to
  /// the table where it names the region only.
  private static List<String> bodyParts(String clause, String line, String described) {
    for (String told : List.of(clause, line, described)) {
      var joints = joints(told);
      if (joints.isEmpty()) continue;
      var regions = new TreeMap<Region, Integer>();
      joints.forEach(joint -> regions.merge(Region.of(joint), 1, Integer::sum));
      return regions.entrySet().stream().map(r -> r.getKey().bodyPart(r.getValue())).toList();
    }
    if (line.contains("lumb")) return List.of("0SG");
    return line.contains("cervical") || line.contains("thoracic") ? List.of("0RG") : List.of();
  }

  /// The joints by the vertebra above each.
  private static Set<Integer> joints(String told) {
    var joints = new TreeSet<Integer>();
    Matcher levels = LEVELS.matcher(told);
    while (levels.find()) {
      Matcher vertebra = VERTEBRA.matcher(levels.group());
      int above = -1;
      String letter = "c";
      while (vertebra.find()) {
        boolean isSkull = vertebra.group(2) == null;
        if (!isSkull && !vertebra.group(1).isEmpty()) letter = vertebra.group(1);
        int number = isSkull ? 0 : Integer.parseInt(vertebra.group(2));
        if (number > VERTEBRAE.getOrDefault(letter, 0) || (number == 0 && !isSkull)) break;
        int at = isSkull ? 0 : FIRST.getOrDefault(letter, 0) + number - 1;
        for (int joint = above; above >= 0 && joint < at; joint++) joints.add(joint);
        above = at;
      }
    }
    return joints;
  }

  /// A region of the spine with the beginnings of its codes, by how many joints they are for.
  private enum Region {
    OCCIPITAL_CERVICAL(0, "0RG0", "0RG0", "0RG0"),
    CERVICAL(1, "0RG1", "0RG2", "0RG2"),
    CERVICOTHORACIC(7, "0RG4", "0RG4", "0RG4"),
    THORACIC(8, "0RG6", "0RG7", "0RG8"),
    THORACOLUMBAR(19, "0RGA", "0RGA", "0RGA"),
    LUMBAR(20, "0SG0", "0SG1", "0SG1"),
    LUMBOSACRAL(24, "0SG3", "0SG3", "0SG3");

    /// Thoracic joints from which on the last value is meant.
    private static final int MANY = 8;

    private final int first;
    private final String one;
    private final String several;
    private final String many;

    Region(int first, String one, String several, String many) {
      this.first = first;
      this.one = one;
      this.several = several;
      this.many = many;
    }

    static Region of(int joint) {
      Region found = OCCIPITAL_CERVICAL;
      for (Region region : values()) if (region.first <= joint) found = region;
      return found;
    }

    String bodyPart(int joints) {
      if (joints == 1) return one;
      return joints < MANY ? several : many;
    }
  }
}
