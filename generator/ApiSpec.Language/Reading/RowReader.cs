using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads tables of rows, in short form (one line) or long form (a mapping).</summary>
internal sealed partial class RowReader(ReadingContext context)
{
    /// <summary>The keys of a row in long form.</summary>
    public static readonly string[] LongKeys = ["type", "members", "values", "description", Alias, "link", "csharp", "deprecated", "number", "notes"];

    /// <summary>The key of the other names of a member or parameter.</summary>
    public const string Alias = "alias";

    /// <summary>Replaces a type that could not be read, so that one error does not cause two diagnostics.</summary>
    private static readonly TypeReference Unread = new() { Kind = TypeKind.Any, IsUnread = true };

    public EquatableArray<RowDeclaration> ReadTable(YamlEntry entry, string pointer, TableKind table, bool isTuple = false)
    {
        // The rows of a table that cannot be read are unknown, and not missing.
        if (entry.Value.IsBroken)
            return [Rest(pointer)];
        if (entry.Value is YamlMapping mapping)
        {
            var rows = ReadRows(mapping, pointer, table);
            return isTuple ? TupleRows.Check(context, mapping, pointer, rows) : rows;
        }

        if (entry.Value is YamlScalar { Value: TypeParser.Unknown })
        {
            context.Open.Add(pointer, null, context.Text.SpanOf(entry.Value));
            return [Rest(pointer)];
        }

        if (entry.Value is YamlScalar { IsMissing: true })
            context.Report(SpecRules.MissingValue, entry.Key, entry.Name);
        else
            context.Report(SpecRules.WrongShape, entry.Key, entry.Name, "one row per line", ReadingContext.Describe(entry.Value));
        return [Rest(pointer)];
    }

    public EquatableArray<RowDeclaration> ReadRows(YamlMapping mapping, string pointer, TableKind table)
    {
        var rows = new List<RowDeclaration>();
        var names = new HashSet<string>(table == TableKind.Headers ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (entry.Name == TypeParser.Rest)
            {
                ReadRest(context, mapping, entry, pointer);
                rows.Add(Rest(pointer));
                continue;
            }

            // Even a row that was already reported has a name that others can refer to.
            var row = entry.Value.IsBroken
                ? Blank(RowName.Parse(entry.Name), Unread, pointer + "/" + entry.Name)
                : ReadRow(entry, pointer + "/" + entry.Name, table);
            if (row is null)
                continue;
            if (names.Add(row.Name))
                rows.Add(row);
            else
                context.Report(SpecRules.DuplicateRow, entry.Key, row.Name);
            foreach (var alias in row.Aliases)
            {
                if (!names.Add(alias))
                    context.Report(SpecRules.DuplicateRow, entry.Key, alias);
            }
        }

        return rows.ToEquatableArray();
    }

    /// <summary>Reads <c>...: unknown</c>, which says that the page does not show the remaining rows.</summary>
    /// <param name="context">The file.</param>
    /// <param name="table">The table.</param>
    /// <param name="entry">The row.</param>
    /// <param name="pointer">The pointer of the table.</param>
    /// <param name="what">What continues.</param>
    public static void ReadRest(ReadingContext context, YamlMapping table, YamlEntry entry, string pointer, string what = "further rows")
    {
        if (!entry.Value.IsBroken && entry.Value is not YamlScalar { Value: TypeParser.Unknown })
            context.Report(
                SpecRules.WrongShape, entry.Key, entry.Name, "'unknown'",
                entry.Value is YamlScalar text ? "'" + text.Value.Trim() + "'" : ReadingContext.Describe(entry.Value));
        else if (table.Entries[table.Entries.Count - 1] != entry)
            context.Report(SpecRules.FlagNotAllowed, entry.Key, entry.Name, "the last row of a table");
        context.Open.Add(pointer, what, context.Text.SpanOf(entry.Key));
    }

    private static RowDeclaration Rest(string pointer) => new()
    {
        Name = TypeParser.Rest,
        Type = new TypeReference { Kind = TypeKind.Unknown },
        IsOptional = true,
        IsRest = true,
        Pointer = pointer + "/" + TypeParser.Rest,
    };

    private RowDeclaration? ReadRow(YamlEntry entry, string pointer, TableKind table)
    {
        var name = RowName.Parse(entry.Name);
        if (name.Name.Length == 0)
        {
            context.Report(SpecRules.InvalidName, entry.Key, entry.Name, "the name of a row", "a name is missing before its suffix");
            return null;
        }

        CheckName(name, entry, table);

        switch (entry.Value)
        {
            case YamlScalar { IsMissing: true }:
                context.Report(
                    SpecRules.MissingKey, entry.Key, "Row '" + name.Name + "'", "type", "; write '" + entry.Name + ": string', or indent its rows under it");
                return Blank(name, Unread, pointer);
            case YamlScalar scalar:
                return ReadOneLine(name, scalar, pointer, table);
            case YamlMapping mapping when RowShape.IsLongForm(mapping, LongKeys) || OldRow.IsLongForm(mapping):
                return ReadLongForm(name, entry, mapping, pointer, table);
            case YamlMapping mapping when RowShape.MeansLongForm(mapping, LongKeys):
                RowShape.ReportUnknownKeys(context, mapping, LongKeys);
                return ReadLongForm(name, entry, mapping, pointer, table);
            case YamlMapping mapping:
                RowShape.ReportKeysBesideRows(context, mapping, LongKeys);
                context.Locate(pointer + SpecLocations.Type, context.Text.SpanOf(entry.Key));
                var type = new TypeReference { Kind = TypeKind.Object };
                if (table is not (TableKind.Members or TableKind.Parts))
                    RowChecks.CheckType(type, table, (rule, _, arguments) => context.Report(rule, entry.Key, arguments));
                return Blank(name, name.Wrap(type), pointer) with { Members = ReadRows(mapping, pointer, TableKind.Members) };
            default:
                context.Report(SpecRules.WrongShape, entry.Key, entry.Name, "a type, as in 'string[]', or rows under it", "a list");
                return Blank(name, Unread, pointer);
        }
    }

    // Braces around a path parameter in the request line are not part of the name of its row.
    private static RowDeclaration Blank(RowName name, TypeReference type, string pointer)
        => new() { Name = name.Name, IsOptional = name.IsOptional, IsPattern = NamePattern.Split(
            name.Name) is not null, Type = type, Range = name.Count, Pointer = pointer };

    private RowDeclaration ReadOneLine(RowName name, YamlScalar scalar, string pointer, TableKind table)
    {
        var text = RowText.Parse(scalar.Value);
        if (OldRow.IsOld(name, text))
        {
            (name, text) = OldRow.Meant(name, text, table);
            OldRow.Report(context, scalar, name, text);
        }

        return ReadText(name, text, new RowPlaces(context, scalar), pointer, table);
    }

    // Reads a row in short form, or the value of 'type:'.
    private RowDeclaration ReadText(
        RowName name, RowText text, RowPlaces places, string pointer, TableKind table, Func<TypeReference, TypeReference>? withValues = null)
    {
        // A parameter cannot be null, so that check also says what to write instead.
        var diagnostics = RowChecks.AllowsNull(table) || text.Type is not { Kind: TypeKind.Nullable }
            ? text.Diagnostics
            : text.Diagnostics.FindAll(static diagnostic => !TypeParser.IsAboutNull(diagnostic));
        foreach (var diagnostic in diagnostics)
            context.Report(diagnostic.Rule, places.Of(diagnostic.Offset, diagnostic.Length), diagnostic.Arguments);
        var type = text.Type is { } read && withValues is not null ? withValues(read) : text.Type;
        if (text.HasInvalidSuffix)
            type = null;
        var row = Blank(name, type is null ? Unread : name.Wrap(type), pointer) with
        {
            Description = text.Description?.Text,
            Link = text.Link?.Text,
            Constant = text.Constant is { IsNull: false } piece ? piece.Text : null,
            HasNullConstant = text.Constant is { IsNull: true },
            Default = text.Default?.Text,
            Editions = text.Editions,
            When = text.When?.Text,
        };
        row = WithConditions(row, name, text, places, table);
        if (text.Link is { } link)
            context.Locate(pointer + SpecLocations.Link, places.Of(link));
        if (text.Constant is { } constant)
            context.Locate(pointer + SpecLocations.Constant, places.Of(constant));
        if (text.Default is { } standard)
            context.Locate(pointer + SpecLocations.Default, places.Of(standard));
        if (type is null)
            return row;

        context.Open.AddType(pointer, type, places.Of(text.TypePiece));
        context.Locate(pointer + SpecLocations.Type, places.Of(text.TypePiece));
        row = CheckType(
            row, table, part => places.Of(text.TypePiece.Offset + part.Start, part.Length),
            isReported: diagnostics.Exists(static diagnostic => diagnostic.Rule == SpecRules.InvalidType));
        if (text.Diagnostics.Count == 0 && HasEnumWithoutValues(type) is { } empty)
            context.Report(SpecRules.EnumWithoutValues, places.Of(text.TypePiece.Offset + empty.Start, empty.Length));
        row = WithRange(row, name, text, places);
        foreach (var flag in text.FlagPieces)
            row = WithFlag(row, flag.Text, text.Filter, table, places.Of(flag));
        CheckDirections(row, text.FlagPieces.Count == 0 ? places.Whole : places.Of(text.FlagPieces[text.FlagPieces.Count - 1]));
        if (text.Constant is { } value)
            CheckConstant(row, table, places.Of(value));
        // A server that takes null by default takes a missing value for null.
        if (text.Default is { IsNull: true } && MayBeNull(type) && ValueText.Mismatch(type, text.Default.Value.Text) is not null)
            return row with { Default = null };
        if (text.Default is { } taken)
            CheckValue(row, table, taken.Text, places.Of(taken));
        return row;
    }

    private RowDeclaration WithRange(RowDeclaration row, RowName name, RowText text, RowPlaces places)
    {
        if (row.Range is not null)
            return row;
        if (text.Range is not { } range || row.Type == Unread)
            return row;
        context.Locate(row.Pointer + SpecLocations.Range, places.Of(range));
        var read = RangeText.Parse(range.Text, row.Type, out var diagnostic);
        if (diagnostic is not null)
            context.Report(diagnostic.Rule, places.Of(range.Offset + diagnostic.Offset, diagnostic.Length), diagnostic.Arguments);
        return row with { Range = read };
    }

    private RowDeclaration WithConditions(RowDeclaration row, RowName name, RowText text, RowPlaces places, TableKind table)
    {
        if ((text.RequiredWhen ?? text.OnlyWhen) is not { } first)
            return row;
        if (text.FlagPieces.FirstOrDefault(static flag => flag.Text == RowText.RequiredNotStated) is { Length: > 0 } notStated)
            context.Report(
                SpecRules.Contradiction, places.Of(notStated), "'" + RowText.RequiredNotStated + "'",
                text.RequiredWhen is null ? "'" + RowText.OnlyWhenWords + "'" : "'" + RowText.RequiredWhenWords + "'");
        if (table == TableKind.Path && !name.IsOptional)
        {
            context.Report(SpecRules.FlagNotAllowed, places.Of(first.Piece), first.Piece.Text, "for optional values, and a path parameter is always required");
            return row;
        }

        if (row.IsPattern)
        {
            context.Report(SpecRules.FlagNotAllowed, places.Of(first.Piece), first.Piece.Text, "for a row with one name");
            return row;
        }

        if (text.RequiredWhen is { } required)
            context.Locate(row.Pointer + SpecLocations.RequiredWhen, places.Of(required.Piece));
        if (text.OnlyWhen is { } only)
            context.Locate(row.Pointer + SpecLocations.OnlyWhen, places.Of(only.Piece));
        // A row that the page requires, but only in one case, must be present in that case.
        var isImplied = text.RequiredWhen is null && !name.IsOptional && row.Default is null && row.Type.Kind != TypeKind.Flag;
        return row with
        {
            IsOptional = true,
            RequiredWhen = isImplied ? text.OnlyWhen?.Condition : text.RequiredWhen?.Condition,
            OnlyWhen = text.OnlyWhen?.Condition,
        };
    }

    private RowDeclaration ReadLongForm(RowName name, YamlEntry entry, YamlMapping mapping, string pointer, TableKind table)
    {
        var keys = new MappingReader(context, mapping, pointer);
        name = OldRow.Rename(name, mapping);
        var scalar = keys.Scalar("type");
        var text = OldRow.Compose(context, mapping) is { } composed ? RowText.Parse(composed)
            : scalar is not null ? RowText.Parse(scalar.Value)
            : mapping.Find("type") is null ? RowText.Parse(TypeParser.NameOf(TypeKind.Object))
            : null;
        if (text is { Diagnostics.Count: 0 } && (OldRow.HasOldKeys(mapping) || OldRow.IsOld(name, text)))
        {
            (name, text) = OldRow.Meant(name, text, table);
            OldRow.Report(context, entry, mapping, name, text);
        }

        // A row that was composed from keys of version 0.1 has no positions of its parts.
        var places = scalar is null || OldRow.HasOldKeys(mapping)
            ? new RowPlaces(context.Text.SpanOf((YamlNode?)scalar ?? entry.Key))
            : new RowPlaces(context, scalar);
        var values = mapping.Find("values");
        var row = text is null
            ? Blank(name, Unread, pointer)
            : ReadText(name, text, places, pointer, table, values is null ? null : type => WithValues(type, values, keys, isTypeRead: true));
        if (text?.Type is null && values is not null)
            WithValues(Unread, values, keys, isTypeRead: false);
        if (mapping.Find("members") is { } members)
            row = WithMembers(row, members, keys.PointerOf("members"));
        if (row.Description is not null && keys.Find("description") is { } second)
            context.Report(SpecRules.Contradiction, second.Key, "'description'", "a description after 'type'");
        return ReadNames(ReadTexts(row, keys), keys, table);
    }

    private RowDeclaration WithMembers(RowDeclaration row, YamlEntry members, string pointer)
    {
        var core = row.Type;
        while (core.Kind is TypeKind.Nullable or TypeKind.List or TypeKind.Map or TypeKind.Embedded)
            core = core.Arguments[0];
        if (core.Kind is not (TypeKind.Object or TypeKind.Tuple) && row.Type != Unread)
            context.Report(SpecRules.Contradiction, members.Key, "'members'", "a type other than 'object'");
        return row with { Members = ReadTable(members, pointer, TableKind.Members, isTuple: core.Kind == TypeKind.Tuple) };
    }

    private RowDeclaration ReadTexts(RowDeclaration row, MappingReader keys)
    {
        if (keys.Scalar("description") is { } description)
        {
            var text = description.Value.TrimEnd('\n');
            var (link, rest) = RowText.SplitLink(new RowText.Piece(text, 0, text.Length));
            row = row with { Description = rest?.Text ?? row.Description, Link = link?.Text ?? row.Link };
            if (link is { } piece)
                context.Locate(row.Pointer + SpecLocations.Link, context.Text.SpanOf(description, piece.Offset, piece.Length));
        }

        if (keys.Operation("link") is { } operation)
        {
            context.Locate(row.Pointer + SpecLocations.Link, context.Text.SpanOf(keys.Find("link")!.Value));
            row = row with { Link = operation };
        }

        return row with
        {
            Deprecated = keys.Deprecated(),
            Number = keys.Text("number"),
            Notes = keys.Text("notes"),
        };
    }

    private RowDeclaration ReadNames(RowDeclaration row, MappingReader keys, TableKind table)
    {
        var aliases = keys.Words(Alias).Select(static word => word.Text).ToEquatableArray();
        if (aliases.Count > 0 && (table == TableKind.Path || row.IsPattern))
        {
            context.Report(
                SpecRules.FlagNotAllowed, keys.Find(Alias)!.Key, Alias,
                row.IsPattern ? "for a row with one name" : "for values that are sent with their names, and a path only has the value");
            aliases = [];
        }

        return row with { Aliases = aliases, CSharpName = keys.CSharpName() };
    }

    private RowDeclaration WithFlag(RowDeclaration row, string flag, FilterMark filter, TableKind table, SpecSpan span)
    {
        if (RowChecks.FlagProblem(flag, table) is { } problem)
        {
            context.Report(SpecRules.FlagNotAllowed, span, flag, problem);
            return row;
        }

        return flag switch
        {
            "filter" => row with { Filter = filter },
            "read-only" => row with { IsReadOnly = true },
            "write-only" => row with { IsWriteOnly = true },
            "slashes" => row with { AllowsSlashes = true },
            RowText.RequiredNotStated => WithUnknownPresence(row, span),
            _ => row with { IsSecret = true },
        };
    }

    private RowDeclaration WithUnknownPresence(RowDeclaration row, SpecSpan span)
    {
        if (row is { IsOptional: true, IsPresenceUnknown: false, RequiredWhen: null, OnlyWhen: null })
            context.Report(SpecRules.Contradiction, span, "'" + RowText.RequiredNotStated + "'", "'?' after the name");
        context.Open.Add(row.Pointer, "whether required", span);
        return row with { IsOptional = true, IsPresenceUnknown = true };
    }
}
