package org.cleanclaim.coding.ranking;

import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.specificity.CodeResolver;

/// Ranks every code that a note names.
public final class MentionRanker {
  private final NoteScan scan;
  private final CodeResolver resolver;
  private final Edition codes;
  private final Ranking ranking;
  private final Titles titles;
  private final WordSets marked;

  private MentionRanker(NoteScan scan, CodeResolver resolver, Edition codes, Ranking ranking) {
    this.scan = scan;
    this.resolver = resolver;
    this.codes = codes;
    this.ranking = ranking;
    this.titles = new Titles(this::title);
    this.marked = new WordSets(ranking.learned().marked().keySet());
  }

  /// Ranks by what the program brings.
  public static MentionRanker of(TermIndex terms, CodeResolver resolver, Edition codes) {
    var scan = new NoteScan(terms, resolver, codes);
    return new MentionRanker(scan, resolver, codes, RankingText.own());
  }

  /// The codes of a note, the likeliest first.
  public List<RankedCode> rank(Documentation note) {
    Map<String, ?> known = ranking.learned().phrases();
    return ranking.rank(scan.read(note, known::containsKey, marked), titles);
  }

  /// Learns to rank anew from notes whose every mention coders coded.
  public RankingTrainer trainer() {
    return new RankingTrainer(scan, resolver, titles);
  }

  /// One that ranks by a text that [RankingTrainer] wrote.
  public MentionRanker with(String learned) {
    return new MentionRanker(scan, resolver, codes, RankingText.read(learned.lines().toList()));
  }

  private String title(String code) {
    return codes.find(code).filter(CodeEntry::billable).map(CodeEntry::title).orElse("");
  }
}
