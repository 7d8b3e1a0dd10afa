using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads facts at the start of a description that other tables have in columns: <c>Location: query Type: integer The size.</c></summary>
internal sealed partial class LabelledFacts(DraftingContext context, string kind)
{
    private const int MostWords = 3;

    /// <summary>Applies the facts to a row, and returns the rest of the description.</summary>
    public string Read(DraftRow row, TableRow printed)
    {
        var text = PageText.Of(printed["description"]);
        while (Label().Match(text) is { Success: true } label && RoleOf(label.Groups["label"].Value) is { } role && printed[role].Length == 0)
        {
            var words = text[label.Length..].Split(' ');
            var length = Enumerable.Range(1, Math.Min(MostWords, words.Length)).LastOrDefault(count => Fits(role, string.Join(' ', words[..count])));
            if (length == 0)
                break;
            Apply(row, role, string.Join(' ', words[..length]));
            text = string.Join(' ', words[length..]);
        }

        return text;
    }

    private string? RoleOf(string label)
        => context.Profile.ColumnsOf(kind)
            .FirstOrDefault(column => column.Role is "type" or "in" or "required" && column.Titles.Contains(Folding.Of(label)))?.Role;

    private bool Fits(string role, string value) => role switch
    {
        "type" => context.Types.Of(value) is { Type: not TypeParser.Unknown, Mark.Certainty: Certainty.Printed },
        "in" => CellWords.IsPlace(value),
        _ => RowName.RequirementOf(value, context.Profile) is not null,
    };

    private void Apply(DraftRow row, string role, string value)
    {
        if (role == "type")
            RowDrafter.Take(row, context.Types.Of(value).Type);
        else if (role == "in")
            row.Place = Folding.Of(value);
        else if (RowName.RequirementOf(value, context.Profile) is { } requirement)
            RowDrafter.State(row, requirement, kind);
    }

    [GeneratedRegex(@"^(?<label>[A-Z][A-Za-z]*( [a-z]+)?): ", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
