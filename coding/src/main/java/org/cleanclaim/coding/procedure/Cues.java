package org.cleanclaim.coding.procedure;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Words of operative reports that say, in other words than the Tables, which value is meant.
/// Source: ICD-10-PCS Official Guidelines B3 (root operations), B5 (approaches), B6 (devices).
final class Cues {
  static final Pattern PART =
      Pattern.compile(
          "\\b(?:partial|biops\\w+|wedge|segment\\w*|portion|lesions?|subtotal|tip|tumou?rs?|neoplasms?|neoformation|mass(?:es)?|polyps?|nodules?|cysts?)\\b");
  static final Pattern WHOLE = Pattern.compile("\\b(?:total|complete|entire|whole|radical)\\b");
  static final Pattern DIAGNOSTIC = Pattern.compile("\\b(?:biops\\w+|diagnostic)\\b");
  static final Pattern RIGHT = Pattern.compile("\\bright\\b");
  static final Pattern LEFT = Pattern.compile("\\bleft\\b");
  static final Pattern OPENED = Pattern.compile("\\bopen\\b(?! (?:reduction|wound|fracture))");
  static final Pattern SCOPE = Pattern.compile("\\b\\w*oscop(?:y|ic|ically)\\b");
  static final Pattern REVISED = Pattern.compile("\\brevis(?:ion|ed)\\b");
  static final Pattern CONVERTED =
      Pattern.compile("\\b(?:converted to (?:an )?open|conversion to (?:an )?open)\\b");

  private static final Pattern TAKEN =
      Pattern.compile("\\b(?:biops\\w+|excis\\w+|resect\\w+|remov\\w+|snare\\w*|polyp\\w*)\\b");
  private static final Pattern PUT_IN =
      Pattern.compile("\\b(?:insert\\w*|plac\\w+|tip|advanced|thread\\w*|position\\w*)\\b");
  private static final Map<String, Pattern> OPERATIONS =
      cues(
          """
          Excision=partial|biops\\w+|wedge|segment\\w*|portion|lesion|excis\\w+
          Resection=total|complete|entire|radical|resect\\w+
          Replacement=replac\\w+|total|hemi\\w*|prosthe\\w+|implant\\w*|component
          Supplement=mesh|patch|graft|liner|resurfac\\w+|reinforc\\w+
          Repair=repair\\w*|sutur\\w+|closure|rrhaphy
          Drainage=drain\\w*|aspirat\\w+|evacuat\\w+|i&d
          Extirpation=stones?|calcul\\w+|thromb\\w+|clots?|foreign body|embol\\w+
          Release=release\\w*|lysis|lysed|adhesions?|adhesiolysis|decompress\\w+
          Reposition=reduction|reduced|realign\\w*|orif
          Insertion=insert\\w+|placement|placed
          Removal=remov\\w+
          Revision=revision|revised
          Dilation=dilat\\w+|angioplasty|stent\\w*|balloon
          Bypass=bypass|anastomos\\w+|shunt
          Occlusion=ligat\\w+|clip\\w*|emboliz\\w+|occlu\\w+
          Fusion=fusion|arthrodesis
          Destruction=ablat\\w+|cauter\\w+|fulgurat\\w+
          Inspection=diagnostic|inspect\\w+|explor\\w+
          """);
  private static final Map<String, Pattern> APPROACHES =
      cues(
          """
          Percutaneous Endoscopic=laparoscop\\w*|trocars?|pneumoperitoneum|arthroscop\\w*|thoracoscop\\w*|vats|robot\\w*
          Via Natural or Artificial Opening Endoscopic=\\w*(?:colonoscop|gastroduodenoscop|bronchoscop|cystoscop|hysteroscop|ureteroscop|sigmoidoscop|gastroscop)\\w*|egd|ercp|endoscop\\w*|transurethral
          Percutaneous=percutaneous\\w*|needle|catheter\\w*|seldinger
          Open=open|laparotomy|cesarean|c-section|abdominal hysterectomy|tah|incision|sternotomy|thoracotomy|craniotomy|cut ?down|arthrotomy
          Via Natural or Artificial Opening=transvaginal\\w*|per vaginam|transoral\\w*|endotracheal
          External=closed reduction|external\\w*|manual\\w*
          """);
  private static final Map<String, Pattern> DEVICES =
      cues(
          """
          Synthetic Substitute=prosthe\\w+|implants?|components?|mesh|polyethylene|titanium|dacron|ptfe
          Intraluminal Device=stents?
          Internal Fixation Device=plates?|screws?|pins?|wires?|rods?|internal fixation|orif
          Internal Fixation Device, Intramedullary=intramedullary|nail
          Intraluminal Device, Drug-eluting=drug[- ]eluting|des
          Drainage Device=drain (?:was )?(?:left|placed)|drainage catheter|jackson-pratt|jp drain|chest tube
          Autologous Tissue Substitute=autograft|autologous|own (?:skin|bone|vein)
          Nonautologous Tissue Substitute=allograft|cadaver\\w*|donor
          Cemented=cemented
          Uncemented=uncemented|cementless|press[- ]fit
          """);

  /// Needles and catheters are used on the way of many an operation that goes another way.
  private static final Map<String, Pattern> DESCRIBED_APPROACHES = new LinkedHashMap<>(APPROACHES);

  static {
    DESCRIBED_APPROACHES.put(
        "Percutaneous", Pattern.compile("\\b(?:percutaneous\\w*|seldinger)\\b"));
  }

  private Cues() {}

  private static Map<String, Pattern> cues(String lines) {
    var cues = new LinkedHashMap<String, Pattern>();
    for (String line : lines.lines().toList()) {
      int equal = line.indexOf('=');
      cues.put(
          line.substring(0, equal).strip(),
          Pattern.compile("(?<![\\w-])(?:" + line.substring(equal + 1) + ")(?![\\w-])"));
    }
    return cues;
  }

  static @Nullable Pattern operation(String meaning) {
    return OPERATIONS.get(meaning);
  }

  /// The approaches with their words, the more special first.
  static Map<String, Pattern> approaches() {
    return APPROACHES;
  }

  /// The approaches with the words that say them where an operation is described.
  static Map<String, Pattern> describedApproaches() {
    return DESCRIBED_APPROACHES;
  }

  /// The words of sentences that tell of a root operation.
  static @Nullable Pattern told(String operation) {
    return switch (operation) {
      case "Excision", "Resection" -> TAKEN;
      case "Insertion" -> PUT_IN;
      default -> OPERATIONS.get(operation);
    };
  }

  /// The words of a value one after the other.
  static Pattern words(String meaning) {
    return Pattern.compile(
        "\\b"
            + Pattern.quote(meaning.toLowerCase(Locale.ROOT)).replace(" ", "\\E[\\s-]+\\Q")
            + "\\b");
  }

  static @Nullable Pattern device(String meaning) {
    return DEVICES.get(meaning);
  }
}
