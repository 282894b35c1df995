package org.cleanclaim.coding;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.SearchEntries;
import org.cleanclaim.codesets.packed.ProgramDigest;
import org.cleanclaim.coding.external.DrugEffects;
import org.cleanclaim.coding.external.ExternalCauses;
import org.cleanclaim.coding.guideline.AfterSurgery;
import org.cleanclaim.coding.guideline.AskedBesides;
import org.cleanclaim.coding.guideline.BodyMassIndex;
import org.cleanclaim.coding.guideline.ConsistentList;
import org.cleanclaim.coding.guideline.Dementia;
import org.cleanclaim.coding.guideline.GeneralExamination;
import org.cleanclaim.coding.guideline.Guidelines;
import org.cleanclaim.coding.guideline.HistoryCodes;
import org.cleanclaim.coding.guideline.HivStatus;
import org.cleanclaim.coding.guideline.Immunization;
import org.cleanclaim.coding.guideline.LongTermTherapies;
import org.cleanclaim.coding.guideline.Organisms;
import org.cleanclaim.coding.guideline.ReplacedValves;
import org.cleanclaim.coding.guideline.SideContradictions;
import org.cleanclaim.coding.guideline.StrokeSequelae;
import org.cleanclaim.coding.guideline.Tobacco;
import org.cleanclaim.coding.guideline.TwoSides;
import org.cleanclaim.coding.mention.EverydayWordings;
import org.cleanclaim.coding.mention.OfficialTitles;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.pregnancy.ObstetricCodes;
import org.cleanclaim.coding.ranking.MentionRanker;
import org.cleanclaim.coding.ranking.RankedCode;
import org.cleanclaim.coding.ranking.RankingTrainer;
import org.cleanclaim.coding.reading.ReadNote;
import org.cleanclaim.coding.specificity.CodeResolver;
import org.cleanclaim.coding.specificity.GeneralWords;
import org.cleanclaim.coding.specificity.MissingDetail;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;

/// Proposes ICD-10-CM codes from a note. Deterministic and safe for many threads once built.
public final class CodingEngine {
  final TermIndex terms;
  final TitledProblems titledProblems;
  final Edition codes;
  final CodeResolver resolver;
  final Guidelines guidelines;
  final ConsistentList consistent;
  final MissingDetail missingDetail;
  final SideContradictions sideContradictions;
  final TwoSides twoSides;
  final GeneralExamination generalExamination;
  final Tobacco tobacco;
  final LongTermTherapies longTermTherapies;
  final Immunization immunization;
  final ExternalCauses externalCauses;
  final AskedBesides asked;
  final Organisms organisms;
  final HistoryCodes histories;
  final HivStatus hivStatus;
  final Dementia dementia;
  final ReplacedValves replacedValves;
  final StrokeSequelae strokeSequelae;
  final BodyMassIndex bodyMassIndex;
  final DrugEffects drugEffects;
  final ObstetricCodes obstetricCodes;
  final AcuteAndChronic acuteAndChronic;
  final SeveralSites severalSites;
  final AfterSurgery afterSurgery;
  private final MentionRanker ranker;

  /// @param learned what a trainer wrote; null for what the program brings
  private CodingEngine(CodeSets codeSets, Edition codes, LocalDate asOf, @Nullable String learned) {
    this.guidelines = new Guidelines(codeSets, asOf);
    this.consistent = new ConsistentList(codeSets);
    this.codes = codes;
    this.asked = new AskedBesides(codes);
    this.organisms = new Organisms(codes);
    this.histories = new HistoryCodes(codes);
    this.hivStatus = new HivStatus(codes);
    this.dementia = new Dementia(codes);
    this.replacedValves = new ReplacedValves(codes);
    this.strokeSequelae = new StrokeSequelae(codes);
    this.bodyMassIndex = new BodyMassIndex(codes);
    this.drugEffects = new DrugEffects(codes);
    this.missingDetail = new MissingDetail(codes);
    this.sideContradictions = new SideContradictions(codes, missingDetail);
    this.twoSides = new TwoSides(codes, missingDetail);
    this.externalCauses = new ExternalCauses(codes);
    this.resolver = new CodeResolver(codes);
    this.afterSurgery = new AfterSurgery(resolver);
    this.acuteAndChronic = new AcuteAndChronic(codes, resolver);
    this.generalExamination = new GeneralExamination(codes);
    this.tobacco = new Tobacco(codes, resolver, asked);
    this.longTermTherapies = new LongTermTherapies(codes);
    this.immunization = new Immunization(codes);
    this.terms =
        TermIndex.read(
            compiled(
                "mentions",
                codeSets,
                codes,
                () ->
                    TermIndex.pack(
                        new EverydayWordings(SearchEntries.of(codes)),
                        GeneralWords::areTooGeneral)));
    this.obstetricCodes = new ObstetricCodes(codes, terms);
    this.titledProblems =
        new TitledProblems(
            OfficialTitles.read(
                compiled("titles", codeSets, codes, () -> OfficialTitles.pack(codes)), codes),
            missingDetail);
    this.severalSites = new SeveralSites(terms, resolver);
    MentionRanker own = MentionRanker.of(resolver, codes);
    this.ranker = learned == null ? own : own.with(learned);
  }

  /// Wordings or titles as they were compiled before, or compiled now. The key names the tables and
  /// the build of the program; a build that cannot tell keeps nothing.
  private static ByteBuffer compiled(
      String kind, CodeSets codeSets, Edition codes, Supplier<byte[]> maker) {
    return ProgramDigest.of(Edition.class, CodingEngine.class)
        .map(build -> codeSets.compiled().get(kind + "-" + codes.contentId() + "-" + build, maker))
        .orElseGet(() -> ByteBuffer.wrap(maker.get()));
  }

  /// Compiles the wordings of the code sets in force on a day.
  public static CodingEngine of(CodeSets codeSets, LocalDate asOf) {
    return of(codeSets, asOf, null);
  }

  /// The same with what [#trainer] learned.
  ///
  /// @param learned null for what the program brings
  public static CodingEngine of(CodeSets codeSets, LocalDate asOf, @Nullable String learned) {
    Edition codes =
        codeSets
            .edition(CodeSystem.ICD10CM, asOf)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "No edition of ICD-10-CM is installed for " + asOf + "."));
    return new CodingEngine(codeSets, codes, asOf, learned);
  }

  /// Every code that the note names, old and other conditions too, the likeliest first: what a
  /// coder who codes every mention would give. Proposals for a claim come from [#propose].
  public List<RankedCode> mentions(Documentation note) {
    return ranker.rank(ReadNote.of(note, terms));
  }

  /// What learns likelihood and confidence anew.
  public RankingTrainer trainer() {
    return ranker.trainer(terms, note -> new NoteProposal(this, note).made().suggestions());
  }

  /// What a coder would assign for the visit or stay that the note tells of.
  public CodingProposal propose(Documentation note) {
    ReadNote read = ReadNote.of(note, terms);
    CodingProposal ruled = new NoteProposal(this, read).made();
    return new CodingProposal(
        ranker.confident(read, ruled.suggestions()), ruled.notCoded(), ruled.sideContradictions());
  }
}
