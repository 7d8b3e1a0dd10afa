using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads tables of rows, in short form (one line) or long form (a mapping).</summary>
internal sealed class RowReader(ReadingContext context)
{
    /// <summary>The keys of a row in long form.</summary>
    public static readonly string[] LongKeys = ["type", "members", "values", "description", "alias", "link", "csharp", "deprecated", "number", "notes"];

    /// <summary>The keys of an enum value that has more than a description.</summary>
    public static readonly string[] ValueKeys = ["description", "csharp"];

    /// <summary>Replaces a type that could not be read, so that one error does not cause two diagnostics.</summary>
    private static readonly TypeReference Unread = new() { Kind = TypeKind.Any, IsUnread = true };

    public EquatableArray<RowDeclaration> ReadTable(YamlEntry entry, string pointer, TableKind table)
    {
        if (entry.Value.IsBroken)
            return [];
        if (entry.Value is YamlMapping mapping)
            return ReadRows(mapping, pointer, table);
        if (entry.Value is YamlScalar { Value: TypeParser.Unknown })
        {
            context.Open.Add(pointer, null, context.Text.SpanOf(entry.Value));
            return [Rest(pointer)];
        }

        if (entry.Value is YamlScalar { IsMissing: true })
            context.Report(SpecRules.MissingValue, entry.Key, entry.Name);
        else
            context.Report(SpecRules.WrongShape, entry.Key, entry.Name, "one row per line", ReadingContext.Describe(entry.Value));
        return [];
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

    private void CheckName(RowName name, YamlEntry entry, TableKind table)
    {
        foreach (var count in name.Counts)
        {
            if (count.Length > 0 && RangeText.Parse(count, name.Wrap(Unread), out var diagnostic) is null)
                context.Report(diagnostic!.Rule, entry.Key, diagnostic.Arguments);
        }

        if (!name.IsQuoted && name.Name.EndsWith("[]", StringComparison.Ordinal))
            context.Report(SpecRules.InvalidName, entry.Key, entry.Name, "the name of a row", "a list can be nested at most four levels deep");
        else if (table != TableKind.Path && NamePattern.HasBraces(name.Name))
            CheckBraces(name, entry, table);
        else if (table == TableKind.Headers && !name.Name.All(IsTokenCharacter))
            context.Report(SpecRules.InvalidName, entry.Key, entry.Name, "the name of a header", "write letters, digits and '-', without spaces");
        else if (table == TableKind.Path && name.IsOptional)
            context.Report(SpecRules.FlagNotAllowed, entry.Key, "?", "for optional values, and a path parameter is always required");
    }

    private void CheckBraces(RowName name, YamlEntry entry, TableKind table)
    {
        if (table is not (TableKind.Members or TableKind.Query))
            context.Report(SpecRules.FlagNotAllowed, entry.Key, "{...}", "for names of members and of query parameters");
        else if (NamePattern.Split(name.Name) is null)
            context.Report(SpecRules.InvalidPattern, entry.Key, name.Name);
    }

    // RFC 9110, section 5.6.2.
    private static bool IsTokenCharacter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' || "!#$%&'*+-.^_`|~".Contains(c);

    // Braces around a path parameter in the request line are not part of the name of its row.
    private static RowDeclaration Blank(RowName name, TypeReference type, string pointer)
        => new() { Name = name.Name, IsOptional = name.IsOptional, IsPattern = NamePattern.Split(
            name.Name) is not null, Type = type, Range = name.Count, Pointer = pointer };

    private RowDeclaration ReadOneLine(RowName name, YamlScalar scalar, string pointer, TableKind table)
    {
        var text = RowText.Parse(scalar.Value);
        if (OldRow.IsOld(name, text))
            OldRow.Report(context, scalar, name, text);
        return ReadText(name, text, new RowPlaces(context, scalar), pointer, table);
    }

    // Reads a row in short form, or the value of 'type:'.
    private RowDeclaration ReadText(
        RowName name, RowText text, RowPlaces places, string pointer, TableKind table, Func<TypeReference, TypeReference>? withValues = null)
    {
        foreach (var diagnostic in text.Diagnostics)
            context.Report(diagnostic.Rule, places.Of(diagnostic.Offset, diagnostic.Length), diagnostic.Arguments);
        var type = text.Type is { } read && withValues is not null ? withValues(read) : text.Type;
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
        row = CheckType(row, table, part => places.Of(text.TypePiece.Offset + part.Start, part.Length));
        if (text.Diagnostics.Count == 0 && HasEnumWithoutValues(type) is { } empty)
            context.Report(SpecRules.EnumWithoutValues, places.Of(text.TypePiece.Offset + empty.Start, empty.Length));
        row = WithRange(row, name, text, places);
        foreach (var flag in text.FlagPieces)
            row = WithFlag(row, flag.Text, text.Filter, table, places.Of(flag));
        CheckDirections(row, text.FlagPieces.Count == 0 ? places.Whole : places.Of(text.FlagPieces[text.FlagPieces.Count - 1]));
        if (text.Constant is { } value)
            CheckConstant(row, table, places.Of(value));
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

    // A type that its table does not allow is treated like one that could not be read, so that nothing else is reported about it.
    private RowDeclaration CheckType(RowDeclaration row, TableKind table, Func<TypeReference, SpecSpan> spanOf)
    {
        var isRefused = false;
        RowChecks.CheckType(row.Type, table, (rule, part, arguments) =>
        {
            isRefused = true;
            context.Report(rule, spanOf(part), arguments);
        });
        return isRefused && table is not (TableKind.Members or TableKind.Parts) ? row with { Type = Unread } : row;
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
            OldRow.Report(context, entry, mapping, name, text);
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
        return ReadNames(ReadTexts(row, keys), keys);
    }

    private RowDeclaration WithMembers(RowDeclaration row, YamlEntry members, string pointer)
    {
        var core = row.Type;
        while (core.Kind is TypeKind.Nullable or TypeKind.List or TypeKind.Map)
            core = core.Arguments[0];
        if (core.Kind != TypeKind.Object && row.Type != Unread)
            context.Report(SpecRules.Contradiction, members.Key, "'members'", "a type other than 'object'");
        return row with { Members = ReadTable(members, pointer, TableKind.Members) };
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

    private static RowDeclaration ReadNames(RowDeclaration row, MappingReader keys)
    {
        return row with
        {
            Aliases = keys.Words("alias").Select(static word => word.Text).ToEquatableArray(),
            CSharpName = keys.CSharpName(),
        };
    }

    /// <summary>Inserts the values of <c>values:</c> into the enum in the type.</summary>
    public TypeReference WithValues(TypeReference type, YamlEntry entry, MappingReader keys, bool isTypeRead)
    {
        var (values, isOpen) = ReadEnumValues(entry, keys);
        if (!isTypeRead)
            return type;
        if (FindEmptyEnum(type, withOpen: true) is null)
        {
            context.Report(SpecRules.Contradiction, entry.Key, "'values'", "a type other than 'enum'");
            return type;
        }

        return Fill(type, values, isOpen);
    }

    private (EquatableArray<EnumValue> Values, bool IsOpen) ReadEnumValues(YamlEntry entry, MappingReader keys)
    {
        if (entry.Value is YamlMapping mapping)
            return ReadDescribedValues(mapping, keys);
        var pointer = keys.PointerOf("values");
        List<string> words;
        if (entry.Value is YamlScalar { IsMissing: false, IsBroken: false } scalar && scalar.Value.Contains('|'))
        {
            words = [.. scalar.Value.Split(['|'], StringSplitOptions.RemoveEmptyEntries).Select(static value => value.Trim())
                .Where(static value => value.Length > 0).Distinct(StringComparer.Ordinal)];
        }
        else
        {
            var listed = keys.Words("values");
            foreach (var word in listed)
                context.Locate(pointer + SpecLocations.Listed + word.Text, word.Span);
            words = listed.ConvertAll(static word => word.Text);
        }

        // As in the short form, the last value can say that there are more. 'unknown' alone is a value.
        var isOpen = words.Count > 0 && words[words.Count - 1] == TypeParser.Rest;
        if (isOpen)
        {
            words.RemoveAt(words.Count - 1);
            context.Open.Add(keys.Pointer, "values", context.Text.SpanOf(entry.Value));
        }

        return (words.Select(static word => new EnumValue(word, null)).ToEquatableArray(), isOpen);
    }

    private (EquatableArray<EnumValue> Values, bool IsOpen) ReadDescribedValues(YamlMapping mapping, MappingReader keys)
    {
        var pointer = keys.PointerOf("values");
        var values = new List<EnumValue>();
        var isOpen = false;
        foreach (var value in mapping.Entries)
        {
            if (value.Name == TypeParser.Rest)
            {
                isOpen = true;
                ReadRest(context, mapping, value, keys.Pointer, "values");
                continue;
            }

            context.Locate(pointer + SpecLocations.Listed + value.Name, context.Text.SpanOf(value.Key));
            // An enum value without a description is usual, because many pages only list the values.
            if (value.Value is YamlScalar { IsMissing: true })
                values.Add(new EnumValue(value.Name, null));
            else if (value.Value is YamlMapping named)
                values.Add(ReadNamedValue(value.Name, new MappingReader(context, named, pointer + "/" + value.Name)));
            else
                values.Add(new EnumValue(value.Name, keys.RequireScalar(value.Value, value.Name, value.Key)?.Value.TrimEnd('\n')));
        }

        return (values.ToEquatableArray(), isOpen);
    }

    private static EnumValue ReadNamedValue(string value, MappingReader keys)
    {
        keys.CheckKeys(ValueKeys);
        return new EnumValue(value, keys.Text("description")) { CSharpName = keys.CSharpName() };
    }

    private static TypeReference Fill(TypeReference type, EquatableArray<EnumValue> values, bool isOpen)
        => type.Kind == TypeKind.Enum && type.Values.Count == 0
            ? type with { Values = values, IsOpen = isOpen || type.IsOpen }
            : type with { Arguments = type.Arguments.Select(argument => Fill(argument, values, isOpen)).ToEquatableArray() };

    /// <summary>Returns the enum in the type that has no values and is not marked as unknown; null if there is no such enum.</summary>
    public static TypeReference? HasEnumWithoutValues(TypeReference type) => FindEmptyEnum(type, withOpen: false);

    private static TypeReference? FindEmptyEnum(TypeReference type, bool withOpen)
        => type.Kind == TypeKind.Enum && type.Values.Count == 0 && (withOpen || !type.IsOpen)
            ? type
            : type.Arguments.Select(argument => FindEmptyEnum(argument, withOpen)).FirstOrDefault(static found => found is not null);

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

    private void CheckDirections(RowDeclaration row, SpecSpan span)
    {
        if (row is { IsReadOnly: true, IsWriteOnly: true })
            context.Report(SpecRules.Contradiction, span, "'read-only'", "'write-only'");
    }

    private void CheckConstant(RowDeclaration row, TableKind table, SpecSpan span)
    {
        if (row.Constant is { } constant)
            CheckValue(row, table, constant, span);
        else if (row.HasNullConstant && !MayBeNull(row.Type))
            context.Report(SpecRules.WrongConstant, span, "null", ValueText.NoNull);
        // Most writers of 'size?: int always 100' have copied a default.
        if (row is { IsOptional: true, IsPresenceUnknown: false, RequiredWhen: null, OnlyWhen: null } and ({ Constant: not null } or { HasNullConstant: true }))
            context.Report(SpecRules.ConstantOfOptional, span, row.Constant ?? "null", row.Name);
    }

    // A named type can allow null, because only the other files of the API show its definition.
    private static bool MayBeNull(TypeReference type)
        => type is { Kind: TypeKind.Nullable, RefusesNull: false } or { Kind: TypeKind.Any or TypeKind.Named }
            || (type.Kind == TypeKind.Union && type.Arguments.Any(MayBeNull));

    private void CheckValue(RowDeclaration row, TableKind table, string value, SpecSpan span)
    {
        if (table == TableKind.Headers && HttpDateFields.IsValue(row.Name, row.Type, value))
            return;
        if (ValueText.Mismatch(row.Type, value) is { } mismatch)
            context.Report(SpecRules.WrongConstant, span, value, mismatch + context.Hint(value, ValueText.Known(row.Type)));
        else if (row.Range is { } range && ValueText.OutsideRange(row.Type, range, value) is { } outside)
            context.Report(SpecRules.WrongConstant, span, value, outside);
    }
}
