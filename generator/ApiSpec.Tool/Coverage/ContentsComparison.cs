using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;

namespace ApiSpec.Tool.Coverage;

/// <summary>The sections of a table of contents that have not been transcribed.</summary>
/// <param name="Page">The page as named on the command line.</param>
/// <param name="Listed">The sections that the page lists.</param>
/// <param name="Missing">The sections that no spec transcribes.</param>
/// <param name="OtherTitles">The sections that a spec transcribes under the same number but a different title.</param>
internal sealed record ContentsComparison(
    string Page, IReadOnlyList<ContentsEntry> Listed, IReadOnlyList<ContentsEntry> Missing, IReadOnlyList<OtherTitle> OtherTitles)
{
    /// <summary>Compares a table of contents with specs.</summary>
    /// <param name="page">The page as named on the command line.</param>
    /// <param name="contents">The table of contents.</param>
    /// <param name="chapters">The chapters to compare; empty: all.</param>
    /// <param name="api">The reference.</param>
    /// <param name="edition">The edition of the table of contents; null: any, so that the numbers of all editions count.</param>
    public static ContentsComparison Of(string page, TableOfContents contents, IReadOnlyList<string> chapters, ApiReference api, string? edition)
    {
        var byNumber = contents.Entries.Where(static entry => entry.Number is not null).ToDictionary(static entry => entry.Number!, StringComparer.Ordinal);
        var byTitle = contents.Entries
            .SelectMany(static entry => KeysOf(entry.Title).Select(key => (Key: key, Entry: entry)))
            .ToLookup(static pair => pair.Key, static pair => pair.Entry, StringComparer.Ordinal);
        var covered = new HashSet<ContentsEntry>();
        var others = new Dictionary<ContentsEntry, OtherTitle>();
        foreach (var transcript in api.Group.Files.SelectMany(file => TranscriptsOf(file, edition)))
        {
            var numbered = transcript.Numbers.Select(number => byNumber.GetValueOrDefault(number)).OfType<ContentsEntry>().Distinct().ToList();
            var titled = transcript.Title is { } title ? byTitle[Folding.Of(title)].Distinct().ToList() : [];
            var both = titled.Intersect(numbered).ToList();
            if (both.Count > 0)
            {
                covered.UnionWith(both);
            }
            else if (titled.Count == 1)
            {
                covered.Add(titled[0]);
            }
            else if (numbered.Count == 0)
            {
                // Several sections have this title, and nothing else distinguishes them.
                if (titled.Find(entry => !covered.Contains(entry)) is { } next)
                    covered.Add(next);
            }
            else
            {
                covered.UnionWith(numbered);
                foreach (var entry in numbered.Where(_ => transcript.Title is not null))
                    others.TryAdd(entry, new OtherTitle(entry, transcript.Title!, transcript.File));
            }
        }

        var listed = contents.Entries.Where(
            entry => chapters.Count == 0 || chapters.Any(chapter => entry.Number is { } number && SectionNumber.IsWithin(number, chapter))).ToList();
        return new ContentsComparison(
            page, listed, listed.FindAll(entry => !covered.Contains(entry)), [.. listed.Select(others.GetValueOrDefault).OfType<OtherTitle>()]);
    }

    // In plain text, the number of the page can follow the title without dots in between.
    private static IEnumerable<string> KeysOf(string title)
    {
        yield return Folding.Of(title);
        if (title.TrimEnd("0123456789".ToCharArray()) is var plain && plain.Length < title.Length && plain.EndsWith(' '))
            yield return Folding.Of(plain);
    }

    private static IEnumerable<Transcript> TranscriptsOf(SpecSource source, string? edition)
    {
        if (source.File.Section is { } section)
        {
            string?[] numbers = edition is null ? [section.Section, SectionNumber.AtStartOf(source.File.Name)]
                : section.Sources.Count == 0 ? [section.Section]
                : [];
            yield return new Transcript(source.Path, section.Title, [.. NumbersIn(section.Sources, edition), .. numbers.OfType<string>()]);
        }

        // A section of tables has no operation. It counts as transcribed if its tables are.
        string[] tables = [.. NumbersIn(source.File.Sources, edition), .. source.File.Schemas.Select(static schema => schema.Section).OfType<string>()];
        if (tables.Length > 0)
            yield return new Transcript(source.Path, null, tables);
    }

    private static IEnumerable<string> NumbersIn(IEnumerable<SourceCitation> sources, string? edition)
        => sources.Where(source => edition is null || source.Manual == edition).Select(static source => source.Section).OfType<string>();

    private sealed record Transcript(string File, string? Title, IReadOnlyList<string> Numbers);
}

/// <summary>A section with different titles in the table of contents and in its spec.</summary>
/// <param name="Entry">The section.</param>
/// <param name="Title">The title in the spec.</param>
/// <param name="File">The path of the spec as shown.</param>
internal sealed record OtherTitle(ContentsEntry Entry, string Title, string File);
