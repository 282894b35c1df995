package org.cleanclaim.cli.vectors;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.grouping.hcc.Enrollment;
import org.cleanclaim.grouping.hcc.InstalledRisk;
import org.cleanclaim.grouping.hcc.Medicaid;
import org.cleanclaim.grouping.hcc.Member;
import org.cleanclaim.grouping.hcc.Residence;
import org.cleanclaim.grouping.hcc.RiskModel;
import org.cleanclaim.grouping.hcc.RiskScore;
import org.cleanclaim.grouping.hcc.RiskScorer;
import org.cleanclaim.grouping.hcc.Segment;
import org.cleanclaim.kernel.party.Sex;
import tools.jackson.databind.JsonNode;

/// Medicare members with the V22 scores of all nine segments, as the CMS software prints them
/// whatever the member's own segment. Where the mapping of the case's year is not to be had, that
/// of the next year serves which is; diagnoses retired since then have the category of the codes
/// that took their place.
final class RiskSegmentCases implements VectorLayout {
  private static final Map<String, Segment> SEGMENTS =
      Map.of(
          "SCORE_COMMUNITY_NA", Segment.CNA,
          "SCORE_COMMUNITY_ND", Segment.CND,
          "SCORE_COMMUNITY_FBA", Segment.CFA,
          "SCORE_COMMUNITY_FBD", Segment.CFD,
          "SCORE_COMMUNITY_PBA", Segment.CPA,
          "SCORE_COMMUNITY_PBD", Segment.CPD,
          "SCORE_INSTITUTIONAL", Segment.INS,
          "SCORE_NEW_ENROLLEE", Segment.NE,
          "SCORE_SNP_NEW_ENROLLEE", Segment.SNPNE);

  @Override
  public String title() {
    return "Medicare risk scores of all segments";
  }

  @Override
  public boolean fits(JsonNode firstCase) {
    return firstCase.path("input").has("age_as_of")
        && firstCase.path("expected").path("scores").has("SCORE_INSTITUTIONAL");
  }

  @Override
  public Engine open(VectorTables tables) {
    var risk =
        new InstalledRisk(
            tables.having(
                PublicationKind.RISK_DIAGNOSES,
                PublicationKind.RISK_MODELS,
                PublicationKind.MCE,
                PublicationKind.ICD10CM_CONVERSIONS));
    var scorers = new HashMap<Integer, Optional<RiskScorer>>();
    return aCase -> {
      String id = aCase.path("id").asString("");
      int year = LocalDate.parse(aCase.path("input").path("age_as_of").asString("")).getYear();
      return scorers
          .computeIfAbsent(year, wanted -> risk.nearestScorer(RiskModel.V22, wanted))
          .map(scorer -> verdict(id, aCase, scorer, year))
          .orElseGet(() -> Verdict.failed(id, "scores", "no tables of the year"));
    };
  }

  private static Verdict verdict(String id, JsonNode aCase, RiskScorer scorer, int year) {
    JsonNode input = aCase.path("input");
    List<String> diagnoses = RiskScoreCases.texts(input.path("diagnosis_codes"));
    var known = new TreeMap<String, Object>();
    var said = new TreeMap<String, Object>();
    for (var segment : SEGMENTS.entrySet()) {
      RiskScore score =
          scorer.score(member(input, segment.getValue(), year), segment.getValue(), diagnoses);
      said.put(segment.getKey(), score.raw());
      said.putIfAbsent("hccs", score.categories().toString());
      JsonNode expected = aCase.path("expected").path("scores").path(segment.getKey());
      known.put(
          segment.getKey(),
          expected.decimalValue(BigDecimal.ZERO).setScale(3, RoundingMode.HALF_UP));
    }
    known.put(
        "hccs",
        RiskScoreCases.texts(aCase.path("expected").path("hccs")).stream()
            .map(Integer::valueOf)
            .toList()
            .toString());
    return Verdict.of(id, known, said);
  }

  /// The member as the software sees it in one segment: Medicaid has a flag of its own for new
  /// enrollees and for institutions.
  private static Member member(JsonNode input, Segment segment, int year) {
    boolean isNew = segment == Segment.NE || segment == Segment.SNPNE;
    boolean hasMedicaid = input.path(isNew ? "nemcaid" : "ltimcaid").asBoolean(false);
    return new Member(
        Member.ageYears(LocalDate.parse(input.path("birth_date").asString("")), year),
        input.path("sex").asInt() == 1 ? Sex.MALE : Sex.FEMALE,
        RiskMember.entitlement(input),
        hasMedicaid ? Medicaid.FULL : Medicaid.NONE,
        isNew ? Enrollment.NEW : Enrollment.CONTINUING,
        Residence.COMMUNITY);
  }
}
