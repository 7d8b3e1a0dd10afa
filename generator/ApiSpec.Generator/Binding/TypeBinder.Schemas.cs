using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

// Named types: schemas, instances of generic schemas, and the aliases of an API file.
internal sealed partial class TypeBinder
{
    // Page<Page<Page<...>>> could be nested without end. No real reference nests more than a few.
    private const int MaxInstantiationDepth = 8;

    private const int MaxAliasDepth = 32;

    private readonly SharedTable<string, CodeType?> _bound = new(scope.Steps, SharedTableKind.BoundTypes, StringComparer.Ordinal);
    private int _instantiationDepth;
    private int _aliasDepth;

    // The aliases that are being bound, from the outermost to the innermost.
    private readonly HashSet<string> _aliases = new(StringComparer.Ordinal);

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
                scope.Steps.Check(
                    part.Source, new FilePart(FilePartKind.SchemaRecord, part.Index), (this, part.Declared),
                    static input => input.Item1.BindWhole(input.Declared));
        }
    }

    private void BindWhole(DeclaredSchema declared)
    {
        if (declared.Schema.Type is not null)
            BindSchema(declared);
        else if (_bound.TryGet(declared.Schema.Name, out var type) && type is not null)
            AddRecord(TypeWords.Of(
                type), declared.Schema.Members, DocumentationText.OfSchema(declared), PlaceOf(declared), declared.Schema.Pointer, null, isInline: false,
                declared.Schema.IsTuple);
    }

    private CodeType? Bound(string name, CodeType? type)
    {
        _bound.Set(name, type);
        return type;
    }

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

    private SourceOwner OwnerOf(DeclaredSchema declared) => new(declared.Path, declared.Path, declared.Schema.Name, scope.HintName(NameOf(declared.Schema)));

    private static ReservedNames ReservedBy(SchemaDeclaration schema)
    {
        var type = schema.Type is { Kind: TypeKind.Nullable } nullable ? nullable.Arguments[0] : schema.Type;
        return type?.Kind switch
        {
            TypeKind.Union when NumberOrWords.Of(type) is not null => ReservedNames.OfNumberOrWordsSchemas,
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
            _bound.SetForNow(schema.Name, new CodeType { Kind = CodeTypeKind.Union, Name = scope.Context.GlobalPrefix + name });
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

    private bool IsKnown(string name, TypeSite site)
        => site.TypeArguments?.Find(name) is not null || scope.FindAliasRow(name) is not null || scope.FindDeclared(name) is not null
            || scope.Report.IsLost(name) || ForeignTypeNames.Meaning(name) is not null;

    private bool AreMisspeltSchemas(TypeReference words)
        => WordList.CanBeSchemas(words) && words.Values.Any(word => scope.Report.Nearest(word.Value, scope.TypeNameCandidates()) is not null);

    private CodeType? BindNamed(TypeReference type, TypeSite site)
    {
        var name = type.Name!;
        if (site.TypeArguments?.Find(name) is { } argument)
            return argument;

        // An enum or a union in an alias becomes a separate type wherever the alias is used.
        if (scope.FindAliasRow(name) is { } alias)
            return BindAlias(alias, site);

        if (scope.FindDeclared(name) is not { } declared)
        {
            if (scope.Report.IsLost(name))
                return null;
            // References print built-in names in any case, but a name that a file declares has one spelling.
            var spelling = scope.FindSpelling(name);
            if (spelling is null && type.Arguments.Count == 0 && ForeignTypeNames.Meaning(name) is { } meant)
                return Bind(meant, site);
            var advice = spelling is not null ? NearestName.Hint(name, [spelling])
                : ForeignTypeNames.Hint(name)
                    ?? (ForeignTypeNames.Possible(name).Count > 0 ? ForeignTypeNames.Advice([name]) : scope.Report.Hint(name, scope.TypeNameCandidates()));
            Report(SpecRules.UnknownSchema, site, type.Start, name.Length, name, advice);
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

        _bound.SetForNow(name, new CodeType
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
            : BindRecord(
                name, "schema " + schema.Name, schema.Members, DocumentationText.OfSchema(declared), place, schema.Pointer, inner, isTuple: schema.IsTuple);
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
        return OwnerOf(type.Arguments, typeArguments) ?? (scope.FindDeclared(name) is { } declared ? OwnerOf(declared) : null);
    }
}
