using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Reference;

namespace ApiSpec.Drafting.Drafts;

/// <content>Tables of members under the headings of other parts.</content>
internal sealed partial class BodyDrafter
{
    // The heading of the codes can be between the heading of the error and the table of its members.
    private IEnumerable<PageLine> MembersUnderCodes()
    {
        var below = context.Section.Parts.SkipWhile(static part => part.Key != ProfileKeys.Error);
        return below.Where(static part => part.Key == ProfileKeys.ErrorCodes)
            .SelectMany(part => TablesIn(part, ProfileKeys.Error, static header => header.Roles.Contains("type")));
    }

    // A table under a message of an example describes its members, if the page has no part for them.
    private DraftEntry? OfExampleTables(string key, JsonText? example)
    {
        var lines = context.Section.Parts.Where(part => IsExampleOf(key, part))
            .SelectMany(part => TablesIn(part, key, static header => header.Roles.Contains("type") || header.Roles.Contains("description"))).ToList();
        if (lines.Count == 0)
            return null;
        var tables = PartTables.Read(context, lines, key);
        tables.Rows.Children.ForEach(static row => row.Doubt(Mark.From("the table under the example")));
        return OfTables(key, tables, example) is { } drafted ? drafted with { Mark = drafted.Mark.And(Mark.From("the table under the example")) } : null;
    }

    private bool IsExampleOf(string key, SectionPart part) => part.Key switch
    {
        ProfileKeys.Example + "/request header" or ProfileKeys.Example + "/request body" => key == "body" && request.HasBody,
        ProfileKeys.Example + "/response header" or ProfileKeys.Example + "/response body" => key == "response",
        // Of two messages under one heading, the table can describe either.
        ProfileKeys.Example => key == "response" && !request.HasBody,
        _ => false,
    };

    private IEnumerable<PageLine> TablesIn(SectionPart part, string key, Func<TableHeader, bool> isWanted)
    {
        var lines = context.FreeLinesOf([part]);
        for (var i = 0; i < lines.Count;)
        {
            var table = TableReader.Read(lines, i, key, context.Profile, out var header, out var next);
            next = Math.Max(next, i + 1);
            if (table is { Count: > 0 } && isWanted(header!))
            {
                foreach (var line in lines[i..next])
                    yield return line;
            }

            i = next;
        }
    }
}
