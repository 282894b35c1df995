package org.cleanclaim.coding.procedure;

import java.util.LinkedHashMap;
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
  static final Pattern CONVERTED =
      Pattern.compile("\\b(?:converted to (?:an )?open|conversion to (?:an )?open)\\b");

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
          Release=release|lysis|adhesiolysis|decompress\\w+
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
          Percutaneous Endoscopic=laparoscop\\w*|arthroscop\\w*|thoracoscop\\w*|vats|robot\\w*
          Via Natural or Artificial Opening Endoscopic=\\w*(?:colonoscop|gastroduodenoscop|bronchoscop|cystoscop|hysteroscop|ureteroscop|sigmoidoscop|gastroscop)\\w*|egd|ercp|endoscop\\w*|transurethral
          Percutaneous=percutaneous\\w*|needle|catheter\\w*|seldinger
          Open=open|laparotomy|incision|sternotomy|thoracotomy|craniotomy|cut ?down|arthrotomy
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
          Drainage Device=drain (?:was )?(?:left|placed)|drainage catheter|jackson-pratt|jp drain|chest tube
          Autologous Tissue Substitute=autograft|autologous|own (?:skin|bone|vein)
          Nonautologous Tissue Substitute=allograft|cadaver\\w*|donor
          Cemented=cemented
          Uncemented=uncemented|cementless|press[- ]fit
          """);

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

  static @Nullable Pattern device(String meaning) {
    return DEVICES.get(meaning);
  }
}
