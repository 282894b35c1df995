package org.cleanclaim.coding.specificity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.kernel.code.CodeSystem;
import org.junit.jupiter.api.Test;

/// Down the tabular list as far as the words say (Official Guidelines I.B.2).
class CodeResolverTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  /// Headings end with a colon.
  private static final String CODES =
      """
      E1132: Type 2 diabetes mellitus with mild nonproliferative diabetic retinopathy
      E11321: Type 2 diabetes mellitus with mild nonproliferative diabetic retinopathy with macular edema
      E113211 Type 2 diabetes mellitus with mild nonproliferative diabetic retinopathy with macular edema, right eye
      E113219 Type 2 diabetes mellitus with mild nonproliferative diabetic retinopathy with macular edema, unspecified eye
      E11329: Type 2 diabetes mellitus with mild nonproliferative diabetic retinopathy without macular edema
      E113291 Type 2 diabetes mellitus with mild nonproliferative diabetic retinopathy without macular edema, right eye
      E113292 Type 2 diabetes mellitus with mild nonproliferative diabetic retinopathy without macular edema, left eye
      E113299 Type 2 diabetes mellitus with mild nonproliferative diabetic retinopathy without macular edema, unspecified eye
      H251: Age-related nuclear cataract
      H2510 Age-related nuclear cataract, unspecified eye
      H2511 Age-related nuclear cataract, right eye
      H2512 Age-related nuclear cataract, left eye
      H2513 Age-related nuclear cataract, bilateral
      H650: Acute serous otitis media
      H6500 Acute serous otitis media, unspecified ear
      H6501 Acute serous otitis media, right ear
      H6502 Acute serous otitis media, left ear
      H6503 Acute serous otitis media, bilateral
      H6504 Acute serous otitis media, recurrent, right ear
      H6505 Acute serous otitis media, recurrent, left ear
      L89: Pressure ulcer
      L891: Pressure ulcer of back
      L8910: Pressure ulcer of unspecified part of back
      L89103 Pressure ulcer of unspecified part of back, stage 3
      L8915: Pressure ulcer of sacral region
      L89152 Pressure ulcer of sacral region, stage 2
      L89153 Pressure ulcer of sacral region, stage 3
      L896: Pressure ulcer of heel
      L8960: Pressure ulcer of unspecified heel
      L89602 Pressure ulcer of unspecified heel, stage 2
      L8962: Pressure ulcer of left heel
      L89622 Pressure ulcer of left heel, stage 2
      L89623 Pressure ulcer of left heel, stage 3
      L89626 Pressure-induced deep tissue damage of left heel
      S5181: Laceration without foreign body of forearm
      S51811: Laceration without foreign body of right forearm
      S51811A Laceration without foreign body of right forearm, initial encounter
      S51819: Laceration without foreign body of unspecified forearm
      S51819A Laceration without foreign body of unspecified forearm, initial encounter
      S430: Subluxation and dislocation of shoulder joint
      S4300: Unspecified subluxation and dislocation of shoulder joint
      S43003: Unspecified subluxation of unspecified shoulder joint
      S43003A Unspecified subluxation of unspecified shoulder joint, initial encounter
      S43006: Unspecified dislocation of unspecified shoulder joint
      S43006A Unspecified dislocation of unspecified shoulder joint, initial encounter
      S4301: Anterior subluxation and dislocation of humerus
      S43011: Anterior subluxation of right humerus
      S43011A Anterior subluxation of right humerus, initial encounter
      S43013: Anterior subluxation of unspecified humerus
      S43013A Anterior subluxation of unspecified humerus, initial encounter
      S43014: Anterior dislocation of right humerus
      S43014A Anterior dislocation of right humerus, initial encounter
      S43016: Anterior dislocation of unspecified humerus
      S43016A Anterior dislocation of unspecified humerus, initial encounter
      L0311: Cellulitis of other parts of limb
      L03113 Cellulitis of right upper limb
      L03116 Cellulitis of left lower limb
      L03119 Cellulitis of unspecified part of limb
      M796: Pain in limb, hand, foot, fingers and toes
      M79602 Pain in left arm
      M79603 Pain in arm, unspecified
      M79622 Pain in left upper arm
      S826: Fracture of lateral malleolus
      S8261: Displaced fracture of lateral malleolus of right fibula
      S8261XA Displaced fracture of lateral malleolus of right fibula, initial encounter for closed fracture
      S8263: Displaced fracture of lateral malleolus of unspecified fibula
      S8263XA Displaced fracture of lateral malleolus of unspecified fibula, initial encounter for closed fracture
      S8264: Nondisplaced fracture of lateral malleolus of right fibula
      S8264XA Nondisplaced fracture of lateral malleolus of right fibula, initial encounter for closed fracture
      S8266: Nondisplaced fracture of lateral malleolus of unspecified fibula
      S8266XA Nondisplaced fracture of lateral malleolus of unspecified fibula, initial encounter for closed fracture
      L899: Pressure ulcer of unspecified site
      L8993 Pressure ulcer of unspecified site, stage 3
      M100: Idiopathic gout
      M1000 Idiopathic gout, unspecified site
      M1007: Idiopathic gout, ankle and foot
      M10071 Idiopathic gout, right ankle and foot
      M10072 Idiopathic gout, left ankle and foot
      M10079 Idiopathic gout, unspecified ankle and foot
      M541: Radiculopathy
      M5410 Radiculopathy, site unspecified
      M5412 Radiculopathy, cervical region
      M5416 Radiculopathy, lumbar region
      S525: Fracture of lower end of radius
      S5250: Unspecified fracture of the lower end of radius
      S52501: Unspecified fracture of the lower end of right radius
      S52501A Unspecified fracture of the lower end of right radius, initial encounter for closed fracture
      S52509: Unspecified fracture of the lower end of unspecified radius
      S52509A Unspecified fracture of the lower end of unspecified radius, initial encounter for closed fracture
      S5251: Fracture of radial styloid process
      S52511: Displaced fracture of right radial styloid process
      S52511A Displaced fracture of right radial styloid process, initial encounter for closed fracture
      S52514: Nondisplaced fracture of right radial styloid process
      S52514A Nondisplaced fracture of right radial styloid process, initial encounter for closed fracture
      S5253: Colles' fracture
      S52531: Colles' fracture of right radius
      S52531A Colles' fracture of right radius, initial encounter for closed fracture
      S52531D Colles' fracture of right radius, subsequent encounter for closed fracture with routine healing
      S52539: Colles' fracture of unspecified radius
      S52539A Colles' fracture of unspecified radius, initial encounter for closed fracture
      """;

  private final CodeResolver resolver =
      new CodeResolver(codeSets().edition(CodeSystem.ICD10CM, DAY).orElseThrow());

  private static CodeSets codeSets() {
    List<CodeList.Row> rows =
        CODES
            .lines()
            .map(line -> {
              String code = line.substring(0, line.indexOf(' '));
              boolean isHeading = code.endsWith(":");
              String plain = isHeading ? code.substring(0, code.length() - 1) : code;
              String title = line.substring(line.indexOf(' ') + 1);
              return new CodeList.Row(plain, title, "", !isHeading, null, null, Map.of());
            })
            .toList();
    return CodeSets.of(
        List.of(
            InstalledPublication.of(
                new Publication(
                    PublicationKind.ICD10CM_CODES,
                    "test",
                    LocalDate.of(2025, 10, 1),
                    "test",
                    true,
                    new CodeList(rows)))));
  }

  private List<String> resolve(String code, String words) {
    Set<String> near =
        Arrays.stream(words.split(" "))
            .flatMap(word -> ClinicalWord.ofPhrase(word).stream())
            .map(ClinicalWord::stem)
            .collect(Collectors.toSet());
    return resolver.resolve(code, near).stream().map(CodeEntry::code).toList();
  }

  @Test
  void theToldSideTakesThePlaceOfTheUnspecifiedOneAndKeepsWhatTheCodeSays() {
    assertThat(resolve("L89602", "left heel stage 2")).containsExactly("L89622");
    assertThat(resolve("S52539", "right radius")).containsExactly("S52531A");
    assertThat(resolve("S52539", "radius")).containsExactly("S52539A");
  }

  @Test
  void aSeventhCharacterThatIsASideIsChosenAsASide() {
    assertThat(resolve("E1132", "mild retinopathy left eye")).containsExactly("E113292");
    assertThat(resolve("E1132", "mild retinopathy")).containsExactly("E113299");
    assertThat(resolve("E1132", "mild retinopathy macular edema right")).containsExactly("E113211");
  }

  @Test
  void whatAllSidesSayAlikeNeedsNotBeSaid() {
    assertThat(resolve("H650", "left otitis")).containsExactly("H6502");
    assertThat(resolve("H650", "recurrent left otitis")).containsExactly("H6505");
    assertThat(resolve("H251", "bilateral eye")).containsExactly("H2513");
    assertThat(resolve("H251", "eye")).containsExactly("H2510");
  }

  @Test
  void andInATitleIsAndOr() {
    assertThat(resolve("M1000", "right foot")).containsExactly("M10071");
    assertThat(resolve("M1000", "left ankle")).containsExactly("M10072");
    assertThat(resolve("M1000", "right")).containsExactly("M1000");
  }

  @Test
  void aSiteIsFoundByItsNameAlone() {
    assertThat(resolve("M5410", "lumbar")).containsExactly("M5416");
    assertThat(resolve("L89", "sacral stage 3")).containsExactly("L89153");
    assertThat(resolve("L89", "stage 3")).containsExactly("L8993");
  }

  /// The Index: `Cellulitis, foot - see Cellulitis, lower limb`.
  @Test
  void aPartOfALimbIsOfTheLimb() {
    assertThat(resolve("L0311", "left foot")).containsExactly("L03116");
    assertThat(resolve("L0311", "right hand")).containsExactly("L03113");
    assertThat(resolve("L0311", "left")).containsExactly("L03119");
    assertThat(resolve("M79603", "left arm")).containsExactly("M79602");
  }

  /// Official Guidelines I.C.19.c.
  @Test
  void aFractureIsDisplacedUnlessItIsSaidNotToBe() {
    assertThat(resolve("S826", "right lateral malleolus")).containsExactly("S8261XA");
    assertThat(resolve("S826", "nondisplaced right lateral malleolus")).containsExactly("S8264XA");
    assertThat(resolve("S826", "lateral malleolus")).containsExactly("S8263XA");
  }

  @Test
  void whatGoesWithoutSayingLeadsToNoOtherPartOfABone() {
    assertThat(resolve("S525", "right radius")).containsExactly("S52501A");
    assertThat(resolve("S525", "displaced radius")).containsExactly("S52509A");
    assertThat(resolve("S525", "right radial styloid process")).containsExactly("S52511A");
  }

  @Test
  void theSideBehindADenialIsNotDenied() {
    assertThat(resolve("S5181", "right forearm")).containsExactly("S51811A");
  }

  @Test
  void aDislocationIsNoSubluxation() {
    assertThat(resolve("S43006", "anterior dislocation right")).containsExactly("S43014A");
    assertThat(resolve("S43006", "anterior dislocation")).containsExactly("S43016A");
    assertThat(resolve("S43003", "anterior subluxation right")).containsExactly("S43011A");
  }

  @Test
  void deepTissueInjuryHasCodesOfItsOwnBelowTheUlcer() {
    assertThat(resolve("L89", "pressure induced deep tissue damage left heel"))
        .containsExactly("L89626");
  }

  @Test
  void aMeasureIsNoStage() {
    String note = "stage 3, 5 x 2 cm";
    List<ClinicalWord> words = ClinicalWord.ofNote(note, 0, note.length());

    assertThat(TellingWords.of(words, new boolean[words.size()], Sides.of(List.of())))
        .contains("3")
        .doesNotContain("2", "5");
  }
}
