using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>Turns types of the reference into C# types, and creates the records and open enums that they need.</summary>
internal sealed partial class TypeBinder(ApiScope scope)
{
    private static readonly TypeReference UnknownType = new() { Kind = TypeKind.Unknown };

    /// <summary>Binds the type of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="place">The file of the row, and the owner of types that are created for it.</param>
    /// <param name="owner">The C# name of the owner of the row. Inline types are named after it.</param>
    /// <param name="typeArguments">The arguments for the type parameters of a generic schema.</param>
    /// <param name="filteredRecord">The record that a filter in this place selects.</param>
    /// <param name="table">The table of the row.</param>
    /// <returns>The type; <see cref="CodeType.Unread"/> if none can be created, which is reported.</returns>
    public CodeType BindRow(
        RowDeclaration row, TypePlace place, string owner, TypeArguments? typeArguments = null, CodeType? filteredRecord = null,
        TableKind table = TableKind.Members)
        => BindRow(row, place, InlineName(owner, row), filteredRecord, table, typeArguments);

    /// <summary>Binds the type of a parameter. The operation's other types are also named after the operation, so the name is kept distinct.</summary>
    /// <inheritdoc cref="BindRow(RowDeclaration, TypePlace, string, TypeArguments?, CodeType?, TableKind)"/>
    public CodeType BindParameter(RowDeclaration row, TypePlace place, string owner, CodeType? filteredRecord = null, TableKind table = TableKind.Members)
        => BindRow(row, place, ParameterTypeName(owner, row), filteredRecord, table);

    /// <summary>Returns the name of a type that is created for a parameter.</summary>
    public string ParameterTypeName(string owner, RowDeclaration row)
        => scope.TypeName(owner + ReservedNames.OfOperationTypes.Free(row.CSharpName ?? CSharpName.Pascal(row.Name)));

    private CodeType BindRow(
        RowDeclaration row, TypePlace place, string inlineName, CodeType? filteredRecord, TableKind table, TypeArguments? typeArguments = null)
        => Fits(row.Type, table, place.Path, row.Pointer)
            ? WithRange(
                Bind(IsUnknownText(row, table)
                    ? UnknownType
                    : row.Type, new TypeSite(place, row.Pointer, inlineName, row.Members, DocumentationText.OfRow(row), typeArguments)
                {
                    FilteredRecord = filteredRecord,
                    IsText = table != TableKind.Members,
                }),
                row.Range)
            : CodeType.Unread;

    // The range of a row whose type has a name is that of the number.
    private static CodeType WithRange(CodeType type, ValueRange? range)
        => range is not null && type is { Kind: CodeTypeKind.OpenEnum, Element: { HasRange: false } number }
            ? type with { Element = number with { Minimum = range.Least, Maximum = range.Maximum } }
            : type;

    // A schema is bound once for all places, and a schema of unknown type is any JSON value. Outside JSON it is a string, like 'unknown' itself.
    private bool IsUnknownText(RowDeclaration row, TableKind table) => table != TableKind.Members && scope.Resolve(row.Type).Kind == TypeKind.Unknown;

    /// <summary>Returns the name of a type that is created for a row: the name of its owner followed by its own.</summary>
    public string InlineName(string owner, RowDeclaration row) => scope.TypeName(owner + (row.CSharpName ?? CSharpName.Pascal(row.Name)));

    /// <summary>Returns the name of a record's property for a row.</summary>
    public static string PropertyOf(RowDeclaration row, string recordName)
        => row.CSharpName ?? ReservedNames.OfRecord.Free(CSharpName.Pascal(row.Name), recordName);

    /// <summary>
    /// Whether a table allows the named types in a type. Types that it does not allow are reported. The reader has checked the rest of the type.
    /// </summary>
    public bool Fits(TypeReference type, TableKind table, string path, string pointer)
    {
        var isBody = table is TableKind.Members or TableKind.Parts;
        var fits = true;
        if (!isBody || scope.Api is { Types.Count: > 0 })
            RowChecks.CheckType(type, table, Report, isBody ? name => scope.FindAlias(name) : name => scope.TypeOf(name));
        if (fits && ListClash.Find(scope, type, followsName: table != TableKind.Members) is var (part, list, reason))
        {
            fits = false;
            scope.Report.AddPart(
                SpecRules.TypeNotAllowed, path, pointer + SpecLocations.Type, part.Start, part.Length, "'" + TypeParser.NameOf(list) + "'", reason);
        }

        return fits;

        void Report(SpecRule rule, TypeReference part, string[] arguments)
        {
            // The reader has reported errors in the row itself.
            if (part.Kind != TypeKind.Named)
                return;
            fits = false;
            scope.Report.AddPart(rule, path, pointer + SpecLocations.Type, part.Start, part.Length, arguments);
        }
    }

    /// <summary>Binds a type.</summary>
    /// <inheritdoc cref="BindRow(RowDeclaration, TypePlace, string, TypeArguments?, CodeType?, TableKind)" path="/returns"/>
    public CodeType Bind(TypeReference type, TypeSite site) => type.IsUnread ? CodeType.Unread : TryBind(type, site) ?? CodeType.Unread;

    private CodeType? TryBind(TypeReference type, TypeSite site)
        => BindWithoutRange(type, site) is { } bound ? type.Range is { } range ? bound with { Minimum = range.Least, Maximum = range.Maximum } : bound : null;

    private CodeType? BindWithoutRange(TypeReference type, TypeSite site) => type.Kind switch
    {
        TypeKind.String or TypeKind.Url => Simple(CodeTypeKind.String),
        TypeKind.Boolean
            => Simple(CodeTypeKind.Boolean) with { Words = type.Words, AreWordsNumbers = BooleanWords.AreNumbers(type.Words, type.AreWordsQuoted) },
        TypeKind.Int => BindNumber(CodeTypeKind.Int32, type, site),
        TypeKind.Long => BindNumber(CodeTypeKind.Int64, type, site),
        TypeKind.Double => Simple(CodeTypeKind.Double),
        TypeKind.Decimal => Simple(CodeTypeKind.Decimal),
        TypeKind.Date => Simple(CodeTypeKind.Date) with { Format = type.Format },
        TypeKind.Time => Simple(CodeTypeKind.Time) with { Format = type.Format },
        TypeKind.DateTime => BindDateTime(type.Format ?? scope.Api?.DateTimeWriteFormat, type.AlsoEpoch),
        TypeKind.Epoch => Simple(CodeTypeKind.DateTime) with { Format = type.Format },
        TypeKind.Embedded => BindEmbedded(type, site),
        TypeKind.Duration => Simple(CodeTypeKind.Duration),
        TypeKind.Uuid => Simple(CodeTypeKind.Uuid),
        TypeKind.Bytes => Simple(CodeTypeKind.Bytes),
        TypeKind.Any => Simple(CodeTypeKind.Element),
        TypeKind.Unknown => Simple(site.IsText ? CodeTypeKind.String : CodeTypeKind.Element),
        TypeKind.Object when site.Members.Count == 0 => Simple(CodeTypeKind.Element),
        TypeKind.Tuple when site.Members.Count == 0
            => Refuse(type, site, "'object as array' without its rows", "write one row for each position under 'members:', or 'any[]'"),
        TypeKind.Object or TypeKind.Tuple => BindInlineRecord(site, isTuple: type.Kind == TypeKind.Tuple),
        TypeKind.Enum when type is { IsOpen: true, Values.Count: 0 } => Simple(CodeTypeKind.String),
        TypeKind.Enum => BindInlineEnum(type, site),
        TypeKind.Nullable => Bind(type.Arguments[0], site) with { IsNullable = true, Substitutes = type.Substitutes },
        TypeKind.Comma when !site.IsText => BindCsv(type, site),
        TypeKind.List => BindCollection(CodeTypeKind.List, type, site),
        _ when WrittenForm.IsList(type.Kind) => BindCollection(CodeTypeKind.List, type, site),
        TypeKind.Map => BindCollection(CodeTypeKind.Map, type, site),
        TypeKind.Named => BindNamed(type, site),
        TypeKind.Flag => Simple(CodeTypeKind.Boolean),
        // Text has no quotation marks.
        TypeKind.Quoted when site.IsText => Bind(type.Arguments[0], site),
        TypeKind.Quoted => BindQuoted(type, site),
        TypeKind.Union => BindUnion(type, site),
        TypeKind.HqlFilter => BindHql(CodeTypeKind.HqlFilter, site),
        TypeKind.HqlSort => BindHql(CodeTypeKind.HqlSort, site),
        TypeKind.HqlFields => BindHql(CodeTypeKind.HqlFields, site),
        _ => throw new InvalidOperationException("Unknown kind of type: " + type.Kind),
    };

    private CodeType BindDateTime(string? format, string? alsoEpoch)
    {
        if (format is not null && MomentForm.IsLocal(format))
            scope.Steps.Output.HasLocalTimes = true;
        return Simple(CodeTypeKind.DateTime) with { Format = scope.MomentFormatOf(format, alsoEpoch) };
    }

    private static CodeType Simple(CodeTypeKind kind) => new() { Kind = kind };

    private CodeType BindCollection(CodeTypeKind kind, TypeReference type, TypeSite site) => new() { Kind = kind, Element = Bind(type.Arguments[0], site) };

    private CodeType? BindCsv(TypeReference type, TypeSite site)
    {
        var element = Bind(type.Arguments[0], site);
        if (element.IsUnread)
            return null;
        return element is { IsNullable: false, IsQuoted: false, IsEmbedded: false, IsSingle: true }
            ? new CodeType { Kind = CodeTypeKind.Csv, Element = element }
            : Refuse(type, site, "A list 'as comma' whose items are not single values", "write 'string', and split it in the program");
    }

    private CodeType? BindQuoted(TypeReference type, TypeSite site)
    {
        var quoted = Bind(type.Arguments[0], site);
        if (quoted.IsUnread)
            return null;
        return quoted is { IsNullable: false, IsQuoted: false, Kind: CodeTypeKind.Boolean or CodeTypeKind.Int32 or CodeTypeKind.Int64 or CodeTypeKind.Double
            or CodeTypeKind.Decimal }
                or { IsNullable: false, IsQuoted: false, Kind: CodeTypeKind.DateTime, Format: MomentForm.Seconds or MomentForm.Milliseconds }
            ? quoted with { IsQuoted = true }
            : Refuse(type, site, "'as string' after a type other than a number or a boolean", "write only the type, or 'string'");
    }

    private CodeType? BindEmbedded(TypeReference type, TypeSite site)
    {
        // JSON in a parameter has the types of a body.
        var held = Bind(type.Arguments[0], site with { IsText = false });
        if (held.IsUnread)
            return null;
        return held is { IsNullable: false, IsQuoted: false, IsEmbedded: false }
            ? held with { IsEmbedded = true }
            : Refuse(type, site, "'as json' after a type that can be null", "write 'or null' after 'as json'");
    }

    private CodeType? BindUnion(TypeReference type, TypeSite site)
    {
        if (WordList.EnumOf(type) is { } listed && !type.Arguments.Any(word => IsKnown(word.Name!, site)) && !AreMisspeltSchemas(listed))
        {
            Report(
                SpecRules.UnknownSchema, site, type.Start, type.Length, type.Arguments[0].Name!, "; " + WordList.Advice(listed, "add them under 'schemas:'"));
            return Bind(listed, site);
        }

        if (NumberOrWords.OfPrinted(type, word => IsKnown(word, site)) is { } printed)
        {
            var word = type.Arguments.First(static alternative => alternative.Kind == TypeKind.Named);
            Report(SpecRules.UnknownSchema, site, word.Start, word.Length, word.Name!, "; write '" + RowWriter.Write(printed) + "'");
            type = printed;
        }

        if (NumberOrWords.Of(type) is var (counted, words) && site.Numbers.Count == 0)
            return Bind(counted, site) is { IsUnread: false } number ? BindInlineEnum(words, site, number) : null;

        if (type is { AreRangesOfOneType: true, Arguments: [{ Values.Count: > 0 } first, ..] })
        {
            // Every alternative has the values of the row, which are those of one type.
            var one = Bind(first with { IsSum = type.IsSumInAnyRange }, site);
            var ranges = type.Arguments.Select(range
                => (one with { Minimum = range.Range!.Least, Maximum = range.Range.Maximum }, (AlternativeNumber?)null)).ToList();
            return one.IsUnread ? null : UnionBinder.Bind(scope, site.InlineName, ranges, site);
        }

        var alternatives = new List<(CodeType Type, AlternativeNumber? Number)>(type.Arguments.Count);
        for (var i = 0; i < type.Arguments.Count; i++)
        {
            var inner = site with { InlineName = site.InlineName + "Option" + (i + 1).ToString(CultureInfo.InvariantCulture) };
            if ((type.Arguments[i].Kind is TypeKind.Enum or TypeKind.Union || type.Arguments[i].Values.Count > 0)
                && !scope.Repetition.TryAdd(Repetition.SizeOf(site.Documentation), "several types", site))
                return null;
            var alternative = Bind(type.Arguments[i], inner);
            if (alternative.IsUnread)
                return null;
            var name = type.Arguments[i].Name ?? TypeParser.NameOf(type.Arguments[i].Kind);
            alternatives.Add((alternative, site.Numbers.FirstOrDefault(number => string.Equals(number.Name, name, StringComparison.Ordinal))));
        }

        return UnionBinder.Bind(scope, site.InlineName, alternatives, site);
    }

    // Without a list of records, a filter cannot be typed, but it can still be a string.
    private CodeType BindHql(CodeTypeKind kind, TypeSite site)
    {
        if (site.FilteredRecord is { IsUnread: true })
            return Simple(CodeTypeKind.String);
        if (site.FilteredRecord is not { } record)
        {
            scope.Report.Add(SpecRules.UntypedFilter, site.Path, site.Pointer, site.Pointer.Substring(site.Pointer.LastIndexOf('/') + 1).TrimEnd('?'));
            return Simple(CodeTypeKind.String);
        }

        scope.Filters.Require(record, site.Path);
        return new CodeType { Kind = kind, Element = record };
    }

    private CodeType? Refuse(TypeReference type, TypeSite site, string what, string instead)
    {
        Report(SpecRules.NotGenerated, site, type.Start, type.Length, what, instead);
        return null;
    }

    // The parts of an alias are in the API file, where the alias is declared.
    private void Report(SpecRule rule, TypeSite site, int start, int length, params string[] arguments)
        => scope.Report.AddPart(
            rule, site.Alias is null ? site.Path : scope.ApiFile!.Path, (site.Alias?.Pointer ?? site.Pointer) + SpecLocations.Type, start, length, arguments);

    // The message puts the name in quotation marks, and the '?' is not part of the name.
    private static string LastKey(string pointer) => pointer.Substring(pointer.LastIndexOf('/') + 1).TrimEnd('?');
}
