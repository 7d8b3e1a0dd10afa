using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <content>The cells of a row: whether it is required, its range, values and default.</content>
internal sealed partial class RowDrafter
{
    private void ReadPresence(DraftRow row, TableRow printed, Requirement? ofName, string? title)
    {
        var cell = printed["required"];
        var hasColumn = title is not null || printed.Cells.ContainsKey("required");
        var ofCell = RowName.RequirementOf(cell, _profile);
        if (ofCell is null && hasColumn && cell.Length > 0 && !_profile.IsNothing(cell))
            ofCell = PresenceCell.Cardinality(row, cell, title ?? "") ?? ReadLongPresence(row, cell);
        if (ofCell is { } column && ofName is { } other && column != other)
            row.Doubt(Mark.Check("whether it is required"));
        var stated = ofCell ?? ofName;
        if (hasColumn && cell.Length == 0)
            stated ??= Requirement.NotStated;
        (row.HasDefaultPresence, row.Stated) = (stated is null, stated);
        SetPresence(row, stated ?? _profile.UnstatedOf(kind), kind);
    }

    // 'Optional (default: 10)', 'Yes, if size is given', 'Yes*'.
    private Requirement ReadLongPresence(DraftRow row, string cell)
    {
        var doubt = Mark.Check("required: '" + cell + "'");
        row.PresenceText = cell;
        if (PresenceCell.Split(cell, _profile) is not var (stated, rest))
        {
            // 'Conditional' and 'See the note' mean that some calls can leave it out.
            row.Doubt(doubt);
            return Requirement.Optional;
        }

        if (rest.Length > 0 && RowName.RequirementOf(rest, _profile) is null
            && (RowFacts.AfterLabel(rest) is { } standard ? TakeDefault(row, standard) : ReadSentence(row, rest)))
            return stated;
        if (stated == Requirement.Optional && !PresenceCell.IsAboutRequired(rest))
        {
            if (rest.Length > 0)
                _behind.Add(rest);
            return stated;
        }

        row.Doubt(doubt);
        return rest.Length == 0 || !(_profile.IsConditional(" " + rest) || RowName.RequirementOf(rest, _profile) is not null) ? stated : Requirement.Optional;
    }

    // '64' under 'Max length', and 'at most 64' under any title.
    private void ReadRange(DraftRow row, string range, string title)
    {
        if (PrintedRange.Read(range)?.Apply(row, title) != true && !ReadSentence(row, range))
            _behind.Add(title.Length > 0 && range.Length > 0 && char.IsAsciiDigit(range[0]) ? title + ": " + range : range);
    }

    private void ReadCells(DraftRow row, TableRow printed, TableHeader? header)
    {
        if (printed["range"] is { Length: > 0 } limits && !_profile.IsNothing(limits))
            ReadRange(row, limits, header?.TitleOf("range") ?? "");

        if (printed["values"] is { Length: > 0 } values && !_profile.IsNothing(values) && !ReadSentence(row, values))
        {
            if (row.TakesValues && printed.Blocks.TryGetValue("values", out var blocks)
                && ValueList.Read([.. blocks.Select(static block => block.Text)]) is { Meanings.Count: 0, HasWords: false } listed)
            {
                row.Type = "enum " + listed.Values;
                if (listed.Default is { } marked)
                    TakeDefault(row, marked);
                // Words can also be a sentence about the values.
                if (blocks.Any(static block => block.Text.Contains(' ', StringComparison.Ordinal)))
                    row.Doubt(Mark.Check("the values"));
            }
            else if (row.TakesValues && PrintedValues.Read(values) is { } list && list.Text.Contains('|', StringComparison.Ordinal))
            {
                row.Type = "enum " + list.Text;
                if (list.Default is { } marked)
                    TakeDefault(row, marked);
                if (!list.IsWhole)
                    _behind.Add(values);
            }
            else if (row.Type is TypeParser.Unknown && context.Types.Of(values) is { Type: not TypeParser.Unknown, Mark.Certainty: Certainty.Printed } typed)
            {
                Take(row, typed.Type);
            }
            else if (PrintedRange.Read(values) is not { IsSingle: false } range || !range.Apply(row, ""))
            {
                _behind.Add(values);
            }
        }

        if (printed["null"] is { Length: > 0 } && IsYes(printed, "null") is { } canBeNull)
            (row.IsNullable, row.IsNeverNull) = (row.IsNullable || canBeNull, !canBeNull);
        if (IsYes(printed, "filter") == true)
            RowRemarks.Apply(row, "filter");
        if (printed["since"] is { Length: > 0 } since && !_profile.IsNothing(since))
            RowRemarks.Apply(row, "since " + RowWriter.Quoted(EditionWords.Since(since, _profile) ?? since));
        ReadDefault(row, printed["default"], header?.TitleOf("default") ?? "Default");
    }

    private void ReadDefault(DraftRow row, string printed, string title)
    {
        // 'None' can also be the value.
        var isNothing = printed.Length == 0 || (_profile.IsNothing(printed) && row.Type?.StartsWith("enum ", StringComparison.Ordinal) != true);
        if (!isNothing && !TakeDefault(row, printed) && !_profile.IsNothing(printed) && !PrintedDefault.IsNone(printed))
            _behind.Add(title + ": " + printed);
    }

    // A cell that is neither yes nor no contains other information.
    private bool? IsYes(TableRow printed, string role)
    {
        var cell = printed[role];
        var requirement = RowName.RequirementOf(cell, _profile);
        if (requirement is null && cell.Length > 0 && !_profile.IsNothing(cell))
            context.Ledger.Leave(printed.Lines[0], role + ": " + cell);
        return requirement is null ? null : requirement == Requirement.Required;
    }

    // 'string (max. 64)', 'integer 0-100'.
    private static bool IsRange(DraftRow row, string text)
        => PrintedRange.Read(text)?.Apply(row, row is { Lists: 0, Type: "string" } ? "Max length" : "") == true;

    // Gives a row its default. Returns whether the text says no more.
    private bool TakeDefault(DraftRow row, string printed)
    {
        if (PrintedDefault.Read(row, printed, _profile, isLabelled: true) is not { } found
            || !RowRemarks.Apply(row, PrintedDefault.Keyword + RowWriter.Quoted(found.Value)))
            return false;
        row.Doubt(found.Mark);
        return found.IsWhole;
    }
}
