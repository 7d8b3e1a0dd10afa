using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

// Records of member tables, and enums of listed values.
internal sealed partial class TypeBinder
{
    /// <summary>Creates a record from a member table.</summary>
    public CodeType? BindRecord(
        string name, string owner, EquatableArray<RowDeclaration> rows, Documentation documentation, TypePlace place, string pointer,
        TypeArguments? typeArguments = null, bool isInline = false, bool isTuple = false)
    {
        if (!scope.TypeNames.TryTake(name, GeneratedTypeKind.Record, owner, place.Path, pointer))
            return null;
        AddRecord(name, rows, documentation, place, pointer, typeArguments, isInline, isTuple);
        return new CodeType { Kind = CodeTypeKind.Record, Name = scope.Context.GlobalPrefix + name };
    }

    private void AddRecord(
        string name, EquatableArray<RowDeclaration> rows, Documentation documentation, TypePlace place, string pointer, TypeArguments? typeArguments,
        bool isInline, bool isTuple)
    {
        var names = new MemberNames(scope.Report, place.Path, name, ReservedNames.OfRecord);
        var members = new List<RecordMember>(rows.Count);
        var patterns = new List<PatternMember>();
        foreach (var row in rows)
        {
            if (row.IsRest)
                continue;
            if (row.IsPattern)
            {
                if (BindPattern(row, place, name, names, typeArguments) is { } pattern)
                    patterns.Add(pattern);
            }
            else if (BindMember(row, place, name, names, typeArguments) is { } member)
            {
                members.Add(member);
            }
        }

        scope.Records.Add(
            new GeneratedRecord
            {
                Context = scope.Context,
                Name = name,
                Documentation = documentation,
                Members = members.ToEquatableArray(),
                Patterns = patterns.ToEquatableArray(),
                ItemsMember = isTuple ? null : FindItems(rows, members, typeArguments),
                IsTuple = isTuple,
                IsOpen = rows.Any(static row => row.IsRest),
                // Conditions of a nested table can name members around it, so they are checked with the outer table.
                Conditions = isInline ? [] : ConditionBinder.OfTable(scope, rows),
            },
            place,
            pointer);
    }

    private static string? FindItems(EquatableArray<RowDeclaration> rows, List<RecordMember> members, TypeArguments? typeArguments)
        => rows.FirstOrDefault(row => row is { IsOptional: false, Type: { Kind: TypeKind.List } list }
            && list.Arguments[0] is { Kind: TypeKind.Named, Name: { } item }
            && typeArguments?.Find(item) is { Kind: CodeTypeKind.Record, IsNullable: false }
            && members.Exists(member => string.Equals(member.WireName, row.Name, StringComparison.Ordinal)))?.Name;

    private RecordMember? BindMember(RowDeclaration row, TypePlace place, string recordName, MemberNames names, TypeArguments? typeArguments)
    {
        if (names.Take(row.Name, PropertyOf(row, recordName), row.Pointer) is not { } name)
            return null;
        var type = BindRow(row, place, recordName, typeArguments);
        return new RecordMember
        {
            WireName = row.Name,
            Aliases = row.Aliases,
            Name = name,
            Type = type.WithoutRanges,
            // The same record is used for requests and responses.
            IsOptional = Presence.MayBeAbsent(row, isRequest: true) || Presence.MayBeAbsent(row, isRequest: false),
            Initializer = row.IsOptional ? null : InitializerOf(type, row.Constant),
            IsSecret = row.IsSecret,
            Minimum = row.Range?.Least,
            Maximum = row.Range?.Maximum,
            Ranges = type.Ranges,
            Constant = row.Constant,
            HasNullConstant = row.HasNullConstant,
            Default = row.Default,
            IsUrl = IsUrl(row.Type),
            IsReadOnly = row.IsReadOnly,
            IsWriteOnly = row.IsWriteOnly,
            IsFilterable = row.Filter == FilterMark.Yes,
            Deprecated = row.Deprecated,
            Editions = row.Editions,
            Documentation = DocumentationOf(row, InlineName(recordName, row)),
        };
    }

    /// <summary>Returns the C# literal of a constant that initialises a property; null: not initialised.</summary>
    // Dates and identifiers have no literal in C#, so the caller sets them.
    public static string? InitializerOf(CodeType type, string? constant)
        => type.Kind is CodeTypeKind.Date or CodeTypeKind.Time or CodeTypeKind.DateTime or CodeTypeKind.Duration or CodeTypeKind.Uuid or CodeTypeKind.Bytes
            || type.IsUnread
            ? null
            : constant;

    private static bool IsUrl(TypeReference type) => type.Kind == TypeKind.Url || (type.Kind == TypeKind.Nullable && IsUrl(type.Arguments[0]));

    private PatternMember? BindPattern(RowDeclaration row, TypePlace place, string recordName, MemberNames names, TypeArguments? typeArguments)
    {
        if (NamePattern.Split(row.Name) is not var (prefix, suffix) || names.Take(row.Name, PropertyOf(row, recordName), row.Pointer) is not { } name)
            return null;
        var type = BindRow(row, place, recordName, typeArguments);
        var rule = new RecordMember
        {
            WireName = row.Name, Name = name, Type = type.WithoutRanges, IsSecret = row.IsSecret, Minimum = row.Range?.Least, Maximum = row.Range?.Maximum,
            Ranges = type.Ranges, Constant = row.Constant,
            Documentation = new Documentation(null),
        };
        return new PatternMember(name, prefix, suffix, type.WithoutRanges, DocumentationText.OfRow(row)) { Rule = rule.HasRule ? rule : null };
    }

    private CodeType? BindInlineRecord(TypeSite site, bool isTuple)
        => BindRecord(
            site.InlineName, "the rows of " + LastKey(site.Pointer), site.Members, site.Documentation, site.Place, site.Pointer, site.TypeArguments,
            isInline: true, isTuple);

    // A value is one of the words, or a number if a type of numbers is given.
    private CodeType? BindInlineEnum(TypeReference type, TypeSite site, CodeType? number = null)
    {
        if (!scope.TypeNames.TryTake(site.InlineName, GeneratedTypeKind.Struct, "the values of " + LastKey(site.Pointer), site.Path, site.Pointer))
            return null;

        var reserved = number is null ? ReservedNames.OfOpenEnum : ReservedNames.OfNumberOrWords;
        var names = new MemberNames(scope.Report, site.Path, site.InlineName, reserved) { Advice = MemberNames.EnumAdvice };
        var values = new List<OpenEnumValue>(type.Values.Count);
        foreach (var value in type.Values)
        {
            if (names.Take(value.Value, value.CSharpName ?? names.Free(ConstantNames.OfWord(value.Value)), PlaceOf(value, site)) is { } name)
                values.Add(new OpenEnumValue(name, value.Value, value.Description, value.Deprecated));
        }

        var model = new GeneratedOpenEnum
        {
            Context = scope.Context,
            Name = site.InlineName,
            Documentation = site.Documentation,
            Values = values.ToEquatableArray(),
            IsOpen = type.IsOpen,
            Number = number,
        };
        scope.Steps.Output.OpenEnums.Add((site.Place.Owner, model));
        return new CodeType { Kind = CodeTypeKind.OpenEnum, Name = scope.Context.GlobalPrefix + site.InlineName, Element = number };
    }

    // The value stays a number, because a server can send others. An enum of flags has any number.
    private CodeType BindNumber(CodeTypeKind kind, TypeReference type, TypeSite site)
    {
        if (type.Values.Count > 0
            && scope.TypeNames.TryTake(
                site.InlineName, type.IsSum ? GeneratedTypeKind.Enum : GeneratedTypeKind.Class, "the values of " + LastKey(site.Pointer), site.Path,
                site.Pointer))
        {
            var reserved = !type.IsSum ? ReservedNames.OfConstants
                : type.Values.Any(static value => PrintedNumber.Whole(value.Value) == 0) ? ReservedNames.OfFlags
                : ReservedNames.OfFlagsWithNone;
            var names = new MemberNames(scope.Report, site.Path, site.InlineName, reserved) { Advice = MemberNames.EnumAdvice };
            var numbers = new List<NamedNumber>(type.Values.Count);
            foreach (var (value, derived) in type.Values.Zip(ConstantNames.Of(type.Values), static (value, name) => (value, name)))
            {
                if (names.Take(value.Value, value.CSharpName ?? names.Free(derived), PlaceOf(value, site)) is { } name
                    && PrintedNumber.Whole(value.Value) is { } number
                    && (kind == CodeTypeKind.Int64 || number is >= int.MinValue and <= int.MaxValue))
                    numbers.Add(new NamedNumber(name, number.ToString(CultureInfo.InvariantCulture), value.Description, value.Deprecated));
            }

            var model = new GeneratedConstants
            {
                Context = scope.Context,
                Name = site.InlineName,
                Documentation = site.Documentation,
                AreLong = kind == CodeTypeKind.Int64,
                AreFlags = type.IsSum,
                Values = numbers.ToEquatableArray(),
            };
            scope.Steps.Output.Constants.Add((site.Place.Owner, model));
            if (type.IsSum)
                return new CodeType { Kind = kind, Name = scope.Context.GlobalPrefix + site.InlineName };
        }

        return Simple(kind);
    }

    /// <summary>Returns the documentation of a row. It names the class that has the numbers of its type, because nothing else in the code does.</summary>
    /// <param name="row">The row.</param>
    /// <param name="inlineName">The name of a type that is created for the row.</param>
    public Documentation DocumentationOf(RowDeclaration row, string inlineName)
        => DocumentationText.OfRow(row, ConstantsOf(row.Type, inlineName));

    private string? ConstantsOf(TypeReference type, string inlineName)
    {
        var value = ValueOf(type);
        if (value is not { Kind: TypeKind.Named, Name: { } name })
            return IsNamedNumber(value) ? inlineName : null;
        if (scope.FindAliasRow(name) is { } alias)
            return IsNamedNumber(ValueOf(alias.Type)) ? inlineName : null;
        return scope.FindDeclared(name) is { Schema: { Type: { } declared } schema } && IsNamedNumber(ValueOf(declared)) ? NameOf(schema) : null;
    }

    private static bool IsNamedNumber(TypeReference type) => type is { Kind: TypeKind.Int or TypeKind.Long, Values.Count: > 0, IsSum: false };

    private static TypeReference ValueOf(TypeReference type)
    {
        while (type is { Kind: not TypeKind.Named, Arguments: [var only] })
            type = only;
        return type.AreRangesOfOneType ? type.Arguments[0] with { IsSum = type.IsSumInAnyRange } : type;
    }

    // The values of an alias are in the API file, so they have no position in the row that uses it.
    private static (string Pointer, int Offset, int Length) PlaceOf(EnumValue value, TypeSite site)
        => site.Alias is not null ? (site.Pointer + SpecLocations.Type, 0, 0)
            : value.Length > 0 ? (site.Pointer + SpecLocations.Type, value.Start, value.Length)
            : (site.Pointer + "/values" + SpecLocations.Listed + value.Value, 0, 0);
}
