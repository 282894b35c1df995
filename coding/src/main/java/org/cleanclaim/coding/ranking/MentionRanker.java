package org.cleanclaim.coding.ranking;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.reading.ReadNote;
import org.cleanclaim.coding.specificity.CodeResolver;

/// Ranks every code that a note names.
public final class MentionRanker {
  private final NoteScan scan;
  private final CodeResolver resolver;
  private final Edition codes;
  private final Ranking ranking;
  private final Titles titles;
  private final Weighing weighing;
  private final Wanted.Leads leads;

  private MentionRanker(NoteScan scan, CodeResolver resolver, Edition codes, Ranking ranking) {
    this.scan = scan;
    this.resolver = resolver;
    this.codes = codes;
    this.ranking = ranking;
    this.titles = new Titles(this::title);
    this.weighing = new Weighing(ranking.learned(), titles);
    this.leads = new Wanted.Leads(ranking.learned());
  }

  /// Ranks by what the program brings.
  public static MentionRanker of(CodeResolver resolver, Edition codes) {
    var scan = new NoteScan(resolver, codes);
    return new MentionRanker(scan, resolver, codes, RankingText.own());
  }

  /// The codes of a note, the likeliest first.
  public List<RankedCode> rank(ReadNote note) {
    return ranking.rank(weighing.of(scan.read(note, leads.all())));
  }

  /// The suggestions of a note with how likely coders give each.
  ///
  /// @param ruled with the ranks that the rules gave them
  public List<Suggestion> confident(ReadNote note, List<Suggestion> ruled) {
    if (ruled.isEmpty()) return ruled;
    Map<String, Double> likelihoods =
        likelihoods(note, ruled.stream().map(Suggestion::code).toList());
    return ruled.stream()
        .map(each ->
            each.withConfidence(ranking.confidence().percent(each, likelihoods.get(each.code()))))
        .toList();
  }

  /// How likely a coder who codes every mention gives each of these codes, as far as the note names
  /// them.
  Map<String, Double> likelihoods(ReadNote note, List<String> codes) {
    Wanted wanted = leads.to(codes);
    return ranking.likelihoods(weighing.of(scan.read(note, wanted), wanted.isCode()));
  }

  /// Learns to rank anew from notes whose every mention coders coded.
  ///
  /// @param terms the wordings that are looked for
  /// @param rules what the rules suggest for a note, with their ranks
  public RankingTrainer trainer(TermIndex terms, Function<ReadNote, List<Suggestion>> rules) {
    return new RankingTrainer(terms, scan, resolver, titles, rules);
  }

  /// One that ranks by a text that [RankingTrainer] wrote.
  public MentionRanker with(String learned) {
    return new MentionRanker(scan, resolver, codes, RankingText.read(learned.lines().toList()));
  }

  private String title(String code) {
    return codes.find(code).filter(CodeEntry::billable).map(CodeEntry::title).orElse("");
  }
}
