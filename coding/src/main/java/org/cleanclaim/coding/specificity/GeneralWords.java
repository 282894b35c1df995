package org.cleanclaim.coding.specificity;

import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.codesets.search.ClinicalWord;

/// Words of the index that mean nothing by themselves in a note.
public final class GeneralWords {
  private static final Set<String> WORDS =
      Set.of(
          """
          abnormal abnormality activity acute adipose adult aftercare age alcohol allergy
          analgesia anesthesia animal artery bed bilateral birth bladder blood bone born bull
          caffeine call called car cavity cell change child chronic chronic-condition cold
          colon complaint complete concern condition consumption contact counseling cut death decline
          defect deformity
          dependent deprivation disease disorder donor drug encounter exam examination
          exposure eye fall father finding five-day-fever flat flushing follow-up food fracture gas gland
          grade graft group growth heart height herniation high history hit home hypersensitivity
          infection injury isolated jump kidney knife laboratory laboratory-test lack left
          level life lifting liver long-term loss low lung machine malignant mammogram man
          mass medication mild moderate morphinism mother motor multiple muscle negative neoplasm neoplastic nerve normal
          number observation old pain pain-syndrome partial persistent poisoning positive pregnancy primary problem
          procedure prostate push reach reaching recurrent removal removed rest right running school
          screening secondary seven-day-fever severe side single sitting skin sleep spleen stage stand
          standing state status stool stress strike struck surgery surveillance symptom
          syndrome test therapy three-day-fever tissue tool total toxic transplant travel traveling treatment
          twin type urine use uterus vaccination vehicle vein visit walking water weight woman
          work wound
          """
              .strip()
              .split("\\s+"));

  private static final Set<Set<String>> STEMS =
      WORDS.stream()
          .map(word ->
              ClinicalWord.ofPhrase(word).stream()
                  .map(ClinicalWord::stem)
                  .collect(Collectors.toUnmodifiableSet()))
          .collect(Collectors.toUnmodifiableSet());

  private GeneralWords() {}

  /// Whether a wording is one of them.
  ///
  /// @param stems of the essential words of a wording
  public static boolean areTooGeneral(Set<String> stems) {
    return STEMS.contains(stems);
  }
}
