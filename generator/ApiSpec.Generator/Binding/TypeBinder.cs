using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>Turns types of the reference into C# types, and creates the records and open enums that they need.</summary>
internal sealed class TypeBinder(ApiScope scope)
{
    // Page<Page<Page<...>>> could be nested without end. No real reference nests more than a few.
    private const int MaxInstantiationDepth = 8;

    private const int MaxAliasDepth = 32;

    private static readonly TypeReference UnknownType = new() { Kind = TypeKind.Unknown };

    private readonly SharedTable<string, CodeType?> _bound = new(scope.Steps, SharedTableKind.BoundTypes, StringComparer.Ordinal);
    private int _instantiationDepth;
    private int _aliasDepth;

    // The aliases that are being bound, from the outermost to the innermost.
    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);

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
        => BindRow(row, place, scope.TypeName(
            owner + ReservedNames.OfOperationTypes.Free(row.CSharpName ?? CSharpName.Pascal(row.Name))), filteredRecord, table);

    private CodeType BindRow(
        RowDeclaration row, TypePlace place, string inlineName, CodeType? filteredRecord, TableKind table, TypeArguments? typeArguments = null)
        => Fits(row.Type, table, place.Path, row.Pointer)
            ? Bind(IsUnknownText(row, table)
                ? UnknownType
                : row.Type, new TypeSite(place, row.Pointer, inlineName, row.Members, DocumentationText.OfRow(row), typeArguments)
            {
                FilteredRecord = filteredRecord,
                IsText = table != TableKind.Members,
            })
            : CodeType.Unread;

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
        if (isBody && scope.Api is not { Types.Count: > 0 })
            return true;
        var fits = true;
        RowChecks.CheckType(type, table, Report, isBody ? name => scope.FindAlias(name) : name => scope.TypeOf(name));
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
        TypeKind.Int => Simple(CodeTypeKind.Int32),
        TypeKind.Long => Simple(CodeTypeKind.Int64),
        TypeKind.Double => Simple(CodeTypeKind.Double),
        TypeKind.Decimal => Simple(CodeTypeKind.Decimal),
        TypeKind.Date => Simple(CodeTypeKind.Date) with { Format = type.Format },
        TypeKind.Time => Simple(CodeTypeKind.Time) with { Format = type.Format },
        TypeKind.DateTime => Simple(CodeTypeKind.DateTime) with { Format = type.Format ?? scope.Api?.DateTimeWriteFormat },
        TypeKind.Epoch => Simple(CodeTypeKind.DateTime) with { Format = type.Format },
        TypeKind.Embedded => BindEmbedded(type, site),
        TypeKind.Duration => Simple(CodeTypeKind.Duration),
        TypeKind.Uuid => Simple(CodeTypeKind.Uuid),
        TypeKind.Bytes => Simple(CodeTypeKind.Bytes),
        TypeKind.Any => Simple(CodeTypeKind.Element),
        TypeKind.Unknown => Simple(site.IsText ? CodeTypeKind.String : CodeTypeKind.Element),
        TypeKind.Object when site.Members.Count == 0 => Simple(CodeTypeKind.Element),
        TypeKind.Object => BindInlineRecord(site),
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

    /// <summary>
    /// Reserves the names of all schemas, then creates their records. A schema refers to another by name only, so a chain of any length needs no recursion.
    /// </summary>
    public void BindSchemas()
    {
        foreach (var part in scope.Schemas)
        {
            if (part.Declared.Schema is { Type: null, TypeParameters.Count: 0 })
                Bound(part.Declared.Schema.Name, TakeSchemaName(part.Declared));
        }

        foreach (var part in scope.Schemas)
        {
            if (part.Declared.Schema.TypeParameters.Count == 0)
                scope.Steps.Run(
                    part.Source, new FilePart(FilePartKind.SchemaRecord, part.Index), (this, part.Declared),
                    static input => input.Item1.BindWhole(input.Declared));
        }
    }

    private CodeType? BindWhole(DeclaredSchema declared)
    {
        if (declared.Schema.Type is not null)
            return BindSchema(declared);
        if (_bound.TryGet(declared.Schema.Name, out var type) && type is not null)
            AddRecord(TypeWords.Of(
                type), declared.Schema.Members, DocumentationText.OfSchema(declared), PlaceOf(declared), declared.Schema.Pointer, null, isInline: false);
        return type;
    }

    private CodeType? Bound(string name, CodeType? type)
    {
        _bound.Set(name, type);
        return type;
    }

    /// <summary>Creates a record from a member table.</summary>
    public CodeType? BindRecord(
        string name, string owner, EquatableArray<RowDeclaration> rows, Documentation documentation, TypePlace place, string pointer,
        TypeArguments? typeArguments = null, bool isInline = false)
    {
        if (!scope.TypeNames.TryTake(name, GeneratedTypeKind.Record, owner, place.Path, pointer))
            return null;
        AddRecord(name, rows, documentation, place, pointer, typeArguments, isInline);
        return new CodeType { Kind = CodeTypeKind.Record, Name = scope.Context.GlobalPrefix + name };
    }

    private void AddRecord(
        string name, EquatableArray<RowDeclaration> rows, Documentation documentation, TypePlace place, string pointer, TypeArguments? typeArguments,
        bool isInline)
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
                ItemsMember = FindItems(rows, members, typeArguments),
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

    private string? NameOf(DeclaredSchema declared)
    {
        var schema = declared.Schema;
        var name = NameOf(schema);
        if (!CSharpName.IsTypeName(name))
            scope.Report.Add(SpecRules.NoIdentifier, declared.Path, schema.Pointer, name, MemberNames.DefaultAdvice);
        else if (ReservedBy(schema).Contains(name))
            scope.Report.Add(SpecRules.NameCollision, declared.Path, schema.Pointer, schema.Name, name, MemberNames.EveryType, MemberNames.DefaultAdvice);
        else
            return name;
        return null;
    }

    /// <summary>Returns the name of the type for a schema.</summary>
    public string NameOf(SchemaDeclaration schema) => schema.CSharpName ?? scope.TypeName(ReservedBy(schema).Free(CSharpName.OfDeclared(schema.Name)));

    private TypePlace PlaceOf(DeclaredSchema declared) => TypePlace.Of(OwnerOf(declared));

    private SourceOwner OwnerOf(DeclaredSchema declared) => new(declared.Path, declared.Schema.Name, scope.HintName(NameOf(declared.Schema)));

    private static ReservedNames ReservedBy(SchemaDeclaration schema)
    {
        var type = schema.Type is { Kind: TypeKind.Nullable } nullable ? nullable.Arguments[0] : schema.Type;
        return type?.Kind switch
        {
            TypeKind.Enum => ReservedNames.OfEnumSchemas,
            TypeKind.Union => ReservedNames.OfUnionSchemas,
            _ => ReservedNames.OfRecordSchemas,
        };
    }

    private CodeType? TakeSchemaName(DeclaredSchema declared)
    {
        var schema = declared.Schema;
        return NameOf(declared) is { } name && scope.TypeNames.TryTake(name, GeneratedTypeKind.Record, "schema " + schema.Name, declared.Path, schema.Pointer)
            ? new CodeType { Kind = CodeTypeKind.Record, Name = scope.Context.GlobalPrefix + name }
            : null;
    }

    // A schema that is a member table is already known by name. This binds a schema that names an enum or another type.
    private CodeType? BindSchema(DeclaredSchema declared)
    {
        var schema = declared.Schema;
        if (_bound.TryGet(schema.Name, out var known))
            return known;

        if (NameOf(declared) is not { } name)
            return Bound(schema.Name, null);
        if (++_aliasDepth > MaxAliasDepth)
        {
            _aliasDepth--;
            scope.Report.Add(SpecRules.InfiniteSchema, declared.Path, schema.Pointer, schema.Name, "type names that refer to each other");
            return Bound(schema.Name, null);
        }

        // Lists and maps in a union can contain the union itself.
        if (schema.Type is { Kind: TypeKind.Union } or { Kind: TypeKind.Nullable, Arguments: [{ Kind: TypeKind.Union }] })
            Bound(schema.Name, new CodeType { Kind = CodeTypeKind.Union, Name = scope.Context.GlobalPrefix + name });
        var site = new TypeSite(
            PlaceOf(declared), schema.Pointer, name, [], DocumentationText.OfSchema(declared), null) { IsSchema = true, Numbers = schema.Numbers };
        var type = Bind(schema.Type!, site);
        _aliasDepth--;
        return Bound(schema.Name, type);
    }

    private CodeType? BindAlias(TypeAlias alias, TypeSite site)
    {
        if (!scope.Repetition.TryAdd(Repetition.Name + scope.Repetition.SizeOf(alias), "'" + alias.Name + "'", site))
            return null;
        if (_aliases.Count >= MaxAliasDepth || _aliases.Contains(alias.Name))
        {
            scope.Report.Add(
                SpecRules.TypeNotAllowed, site.Path, site.Pointer, "'" + alias.Name + "'",
                "under 'types:' it contains itself or too many others; declare it under 'schemas:'");
            return null;
        }

        // Type parameters in scope where the alias is used have no meaning in the API file.
        _aliases.Add(alias.Name);
        var type = Bind(alias.Type, site with { Alias = alias, TypeArguments = null });
        _aliases.Remove(alias.Name);
        return type;
    }

    private static CodeType Simple(CodeTypeKind kind) => new() { Kind = kind };

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
            Type = type,
            // The same record is used for requests and responses.
            IsOptional = Presence.MayBeAbsent(row, isRequest: true) || Presence.MayBeAbsent(row, isRequest: false),
            Initializer = row.IsOptional ? null : InitializerOf(type, row.Constant),
            IsSecret = row.IsSecret,
            Minimum = row.Range?.Least,
            Maximum = row.Range?.Maximum,
            Constant = row.Constant,
            IsFilterable = row.Filter == FilterMark.Yes,
            Deprecated = row.Deprecated,
            Editions = row.Editions,
            Documentation = DocumentationText.OfRow(row),
        };
    }

    /// <summary>Returns the C# literal of a constant that initialises a property; null: not initialised.</summary>
    // Dates and identifiers have no literal in C#, so the caller sets them.
    public static string? InitializerOf(CodeType type, string? constant)
        => type.Kind is CodeTypeKind.Date or CodeTypeKind.Time or CodeTypeKind.DateTime or CodeTypeKind.Duration or CodeTypeKind.Uuid or CodeTypeKind.Bytes
            || type.IsUnread
            ? null
            : constant;

    private PatternMember? BindPattern(RowDeclaration row, TypePlace place, string recordName, MemberNames names, TypeArguments? typeArguments)
    {
        if (NamePattern.Split(row.Name) is not var (prefix, suffix) || names.Take(row.Name, PropertyOf(row, recordName), row.Pointer) is not { } name)
            return null;
        var type = BindRow(row, place, recordName, typeArguments);
        var rule = new RecordMember
        {
            WireName = row.Name, Name = name, Type = type, IsSecret = row.IsSecret, Minimum = row.Range?.Least, Maximum = row.Range?.Maximum,
            Constant = row.Constant,
            Documentation = new Documentation(null),
        };
        return new PatternMember(name, prefix, suffix, type, DocumentationText.OfRow(row)) { Rule = rule.HasRule ? rule : null };
    }

    private CodeType? BindInlineRecord(TypeSite site)
        => BindRecord(
            site.InlineName, "the rows of " + LastKey(site.Pointer), site.Members, site.Documentation, site.Place, site.Pointer, site.TypeArguments,
            isInline: true);

    private CodeType? BindInlineEnum(TypeReference type, TypeSite site)
    {
        if (!scope.TypeNames.TryTake(site.InlineName, GeneratedTypeKind.Struct, "the values of " + LastKey(site.Pointer), site.Path, site.Pointer))
            return null;

        var names = new MemberNames(scope.Report, site.Path, site.InlineName, ReservedNames.OfOpenEnum) { Advice = MemberNames.EnumAdvice };
        var values = new List<OpenEnumValue>(type.Values.Count);
        foreach (var value in type.Values)
        {
            if (names.Take(value.Value, value.CSharpName ?? names.Free(CSharpName.Pascal(value.Value)), PlaceOf(value, site)) is { } name)
                values.Add(new OpenEnumValue(name, value.Value, value.Description));
        }

        var model = new GeneratedOpenEnum
        {
            Context = scope.Context,
            Name = site.InlineName,
            Documentation = site.Documentation,
            Values = values.ToEquatableArray(),
            IsOpen = type.IsOpen,
        };
        scope.OpenEnums.Add(site.Place.Owner, model);
        return new CodeType { Kind = CodeTypeKind.OpenEnum, Name = scope.Context.GlobalPrefix + site.InlineName };
    }

    // The values of an alias are in the API file, so they have no position in the row that uses it.
    private static (string Pointer, int Offset, int Length) PlaceOf(EnumValue value, TypeSite site)
        => site.Alias is not null ? (site.Pointer + SpecLocations.Type, 0, 0)
            : value.Length > 0 ? (site.Pointer + SpecLocations.Type, value.Start, value.Length)
            : (site.Pointer + "/values" + SpecLocations.Listed + value.Value, 0, 0);

    private CodeType BindCollection(CodeTypeKind kind, TypeReference type, TypeSite site) => new() { Kind = kind, Element = Bind(type.Arguments[0], site) };

    private CodeType? BindCsv(TypeReference type, TypeSite site)
    {
        var element = Bind(type.Arguments[0], site);
        if (element.IsUnread)
            return null;
        return element is { IsNullable: false, IsQuoted: false, IsSingle: true }
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
        var held = Bind(type.Arguments[0], site);
        if (held.IsUnread)
            return null;
        return held is { IsNullable: false, IsQuoted: false, IsEmbedded: false }
            ? held with { IsEmbedded = true }
            : Refuse(type, site, "'as json' after a type that can be null", "write 'or null' after 'as json'");
    }

    private CodeType? BindUnion(TypeReference type, TypeSite site)
    {
        var alternatives = new List<(CodeType Type, AlternativeNumber? Number)>(type.Arguments.Count);
        for (var i = 0; i < type.Arguments.Count; i++)
        {
            var inner = site with { InlineName = site.InlineName + "Option" + (i + 1).ToString(CultureInfo.InvariantCulture) };
            if (type.Arguments[i].Kind is TypeKind.Enum or TypeKind.Union
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

    private CodeType? BindNamed(TypeReference type, TypeSite site)
    {
        var name = type.Name!;
        if (site.TypeArguments?.Find(name) is { } argument)
            return argument;

        // An enum or a union in an alias becomes a separate type wherever the alias is used.
        if (scope.FindAliasRow(name) is { } alias)
            return BindAlias(alias, site);

        if (!scope.TryFindSchema(name, out var declared))
        {
            if (scope.Report.IsLost(name))
                return null;
            Report(SpecRules.UnknownSchema, site, type.Start, name.Length, name, ForeignTypeNames.Hint(name)
                ?? scope.Report.Hint(name, scope.TypeNameCandidates()));
            return null;
        }

        var expected = declared.Schema.TypeParameters.Count;
        if (expected != type.Arguments.Count)
        {
            Report(
                SpecRules.WrongTypeArguments, site, type.Start, type.Length,
                name, expected.ToString(CultureInfo.InvariantCulture), type.Arguments.Count.ToString(CultureInfo.InvariantCulture));
            return null;
        }

        return expected == 0 ? BindSchema(declared) : BindGeneric(declared, type, site);
    }

    private CodeType? BindGeneric(DeclaredSchema declared, TypeReference type, TypeSite site)
    {
        var schema = declared.Schema;
        var arguments = new List<CodeType>(type.Arguments.Count);
        foreach (var argument in type.Arguments)
        {
            var bound = Bind(argument, site);
            if (bound.IsUnread)
                return null;
            arguments.Add(bound);
        }

        // "TaskPage: Page<Task>" names an instance. Without a name, the instance gets one derived from its parts.
        var name = site.IsSchema ? site.InlineName : scope.TypeName(NameOf(schema) + "Of" + string.Concat(arguments.Select(TypeWords.Of)));
        if (!site.IsSchema && _bound.TryGet(name, out var known))
            return known;
        if (!scope.Repetition.TryAdd(scope.Repetition.SizeOf(schema), "'" + schema.Name + "'", site))
            return null;
        if (++_instantiationDepth > MaxInstantiationDepth)
        {
            _instantiationDepth--;
            scope.Report.Add(SpecRules.InfiniteSchema, declared.Path, schema.Pointer, schema.Name, "its type arguments");
            return null;
        }

        Bound(name, new CodeType
        {
            Kind = schema.Type?.Kind == TypeKind.Union ? CodeTypeKind.Union : CodeTypeKind.Record,
            Name = scope.Context.GlobalPrefix + name,
        });
        // A named instance is a schema. Other instances are in the file of their type argument: all pages of a reference in one file would make a large file
        // that each
        // new list changes.
        var owner = site.IsSchema ? site.Place.Owner : OwnerOf(type.Arguments, site.TypeArguments) ?? OwnerOf(declared);
        var place = new TypePlace(declared.Path, owner);
        var owners = type.Arguments.Select(argument => OwnerOf(argument, site.TypeArguments)).ToList();
        var inner = new TypeArguments(TypeScope.Of(schema, type, site.TypeArguments?.Scope ?? TypeScope.Empty), arguments, owners);
        var result = schema.Type is { } aliased
            ? Bind(aliased, new TypeSite(place, schema.Pointer, name, [], DocumentationText.OfSchema(declared), inner))
            : BindRecord(name, "schema " + schema.Name, schema.Members, DocumentationText.OfSchema(declared), place, schema.Pointer, inner);
        _instantiationDepth--;
        return Bound(name, result);
    }

    // Returns the owner of the first schema that is one of the types or inside one.
    private SourceOwner? OwnerOf(IEnumerable<TypeReference> types, TypeArguments? typeArguments)
        => types.Select(type => OwnerOf(type, typeArguments)).FirstOrDefault(static owner => owner is not null);

    private SourceOwner? OwnerOf(TypeReference type, TypeArguments? typeArguments)
    {
        if (type is not { Kind: TypeKind.Named, Name: { } name })
            return OwnerOf(type.Arguments, typeArguments);
        if (typeArguments?.Contains(name) == true)
            return typeArguments.OwnerOf(name);
        if (scope.FindAliasRow(name) is { } alias)
            return OwnerOf(alias.Type, null);
        return OwnerOf(type.Arguments, typeArguments) ?? (scope.TryFindSchema(name, out var declared) ? OwnerOf(declared) : null);
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
