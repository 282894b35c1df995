package org.cleanclaim.edits.coverage;

import java.util.HashMap;
import java.util.Map;
import org.cleanclaim.codesets.publication.RuleTables;

/// The local determinations that articles belong to.
final class Determinations {
  private final Map<String, String> lcdOfArticle = new HashMap<>();

  Determinations(RuleTables tables) {
    Rows.of(tables, "article_lcds").each(row -> put(row.get("article_id"), row.get("r_lcd_id")));
    Rows.of(tables, "lcd_articles").each(row -> put(row.get("r_article_id"), row.get("lcd_id")));
  }

  private void put(String article, String lcd) {
    if (!article.isEmpty() && !lcd.isEmpty()) lcdOfArticle.put(article, lcd);
  }

  /// `; LCD L36668`, or nothing when the article belongs to none.
  String behind(Rows.Cells article) {
    String lcd = lcdOfArticle.get(article.get("article_id"));
    return lcd == null ? "" : "; LCD L" + lcd;
  }
}
