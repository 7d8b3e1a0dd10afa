using System.Runtime.CompilerServices;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>Resolves names in types: aliases of the API file, schemas that name another type, and type parameters. Cycles end.</summary>
internal sealed class TypeResolver(IApiReference api)
{
    // The limit ends a generic schema that makes its own argument ever larger. No real reference does that.
    private const int MaxSteps = 10_000;

    private readonly Dictionary<(TypeReference, TypeScope, object?), ValueForms> _known = new(ByReference.Instance);
    private readonly Dictionary<(TypeReference, TypeScope, object?), TypeScope> _scopes = new(ByReference.Instance);
    private readonly Dictionary<SchemaDeclaration, Dictionary<TypeScope, ValueForm>> _tables = new(ReferenceComparer<SchemaDeclaration>.Instance);

    private static readonly ValueForms Anything = new() { Forms = [], IsNullable = true, IsAny = true };

    /// <summary>The files of the API.</summary>
    public IApiReference Api => api;

    /// <summary>The number of steps so far, so that a caller can limit them.</summary>
    public long Steps { get; private set; }

    /// <summary>Returns all forms of a type.</summary>
    /// <param name="type">The type as written.</param>
    /// <param name="scope">The scope in which it is written.</param>
    /// <param name="rows">The rows under the row of the type, for objects in it, or null.</param>
    public ValueForms Resolve(TypeReference type, TypeScope scope, EquatableArray<RowDeclaration>? rows = null)
    {
        (TypeReference, TypeScope, object?) key = (type, scope, rows);
        if (!_known.TryGetValue(key, out var forms))
            _known.Add(key, forms = Follow(type, scope, rows));
        return forms;
    }

    /// <summary>Returns the alternatives for which the reference states how often they occur in a list.</summary>
    /// <param name="item">The type of the items.</param>
    /// <param name="scope">The scope in which it is written.</param>
    public IEnumerable<CountedAlternative> Counted(TypeReference item, TypeScope scope)
    {
        for (var steps = 0; steps < MaxSteps; steps++)
        {
            if (item.Kind == TypeKind.Nullable)
                item = item.Arguments[0];
            else if (item.Kind == TypeKind.Named && scope.Find(item.Name!) is { } argument)
                (item, scope) = argument;
            else if (item.Kind == TypeKind.Named && api.FindAlias(item.Name!) is { } alias)
                (item, scope) = (alias, TypeScope.Empty);
            else if (item.Kind == TypeKind.Named && api.FindSchema(item.Name!) is { Numbers.Count: 0, Type: { } other } named)
                (item, scope) = (other, ScopeOf(named, item, scope));
            else
                break;
        }

        if (item.Kind != TypeKind.Named || api.FindSchema(item.Name!) is not { Numbers.Count: > 0, Type: { } type } schema)
            return [];
        var union = type.Kind == TypeKind.Nullable ? type.Arguments[0] : type;
        var inner = ScopeOf(schema, item, scope);
        return schema.Numbers
            .Select(number => (Number: number, Position: union.Arguments.ToList().FindIndex(alternative => IsNamed(alternative, number.Name))))
            .Where(static found => found.Position >= 0)
            .Select(found => new CountedAlternative(union.Arguments, found.Position, inner, found.Number));
    }

    private static bool IsNamed(TypeReference alternative, string name)
        => string.Equals(alternative.Name ?? TypeParser.NameOf(alternative.Kind), name, StringComparison.Ordinal);

    private ValueForms Follow(TypeReference type, TypeScope scope, EquatableArray<RowDeclaration>? rows)
    {
        var forms = new List<ValueForm>();
        var isNullable = false;
        var isAny = false;
        var substitutes = new List<string>();
        var seen = new HashSet<(TypeReference, TypeScope, object?)>(ByReference.Instance);
        var tables = new HashSet<ValueForm>();
        var pending = new Stack<(TypeReference Type, TypeScope Scope, EquatableArray<RowDeclaration>? Rows, ValueRange? Range)>();
        pending.Push((type, scope, rows, null));
        for (var steps = 0; pending.Count > 0; steps++, Steps++)
        {
            if (steps == MaxSteps)
                return Anything;
            var (current, at, table, outer) = pending.Pop();
            if (!seen.Add((current, at, null)))
                continue;
            // A range in an alias or schema applies wherever its name is used, unless an outer range is given.
            var range = outer ?? current.Range;
            switch (current.Kind)
            {
                case TypeKind.Any or TypeKind.Unknown:
                    isAny = true;
                    break;
                case TypeKind.Nullable:
                    isNullable |= !current.RefusesNull;
                    substitutes.AddRange(current.Substitutes);
                    pending.Push((current.Arguments[0], at, table, range));
                    break;
                case TypeKind.Union:
                    for (var i = current.Arguments.Count - 1; i >= 0; i--)
                        pending.Push((current.Arguments[i], at, table, range));
                    break;
                case TypeKind.Named when at.Find(current.Name!) is { } argument:
                    pending.Push((argument.Type, argument.Scope, null, range));
                    break;
                case TypeKind.Named when api.FindAlias(current.Name!) is { } alias:
                    pending.Push((alias, TypeScope.Empty, null, range));
                    break;
                case TypeKind.Named when api.FindSchema(current.Name!) is { } schema:
                    var inner = ScopeOf(schema, current, at);
                    if (schema.Type is { } other)
                        pending.Push((other, inner, null, range));
                    else if (TableOf(schema, current, inner) is var form && tables.Add(form))
                        forms.Add(form);
                    break;
                case TypeKind.Named:
                    isAny = true;
                    break;
                default:
                    forms.Add(new ValueForm { Type = current, Scope = at, Rows = table, Range = range });
                    break;
            }
        }

        // Names that only refer to each other have no form. They are reported where they are declared.
        return new ValueForms { Forms = forms, IsNullable = isNullable || isAny, IsAny = isAny || forms.Count == 0, Substitutes = substitutes };
    }

    // One form per table, whichever type names it.
    private ValueForm TableOf(SchemaDeclaration schema, TypeReference use, TypeScope scope)
    {
        if (!_tables.TryGetValue(schema, out var forms))
            _tables.Add(schema, forms = []);
        if (!forms.TryGetValue(scope, out var form))
            forms.Add(scope, form = new ValueForm { Type = use, Scope = scope, Schema = schema, Rows = schema.Members });
        return form;
    }

    // One scope per use, so that cached results for values there are found again.
    private TypeScope ScopeOf(SchemaDeclaration schema, TypeReference use, TypeScope scope)
    {
        if (schema.TypeParameters.Count == 0)
            return TypeScope.Empty;
        if (!_scopes.TryGetValue((use, scope, schema), out var inner))
            _scopes.Add((use, scope, schema), inner = TypeScope.Of(schema, use, scope));
        return inner;
    }

    // Comparing types by value would read them completely each time. Here, each written type exists once.
    private sealed class ByReference : IEqualityComparer<(TypeReference Type, TypeScope Scope, object? Third)>
    {
        public static ByReference Instance { get; } = new();

        public bool Equals((TypeReference Type, TypeScope Scope, object? Third) x, (TypeReference Type, TypeScope Scope, object? Third) y)
            => ReferenceEquals(x.Type, y.Type) && ReferenceEquals(x.Scope, y.Scope) && ReferenceEquals(x.Third, y.Third);

        public int GetHashCode((TypeReference Type, TypeScope Scope, object? Third) key)
            => unchecked((((RuntimeHelpers.GetHashCode(key.Type) * 397) ^ RuntimeHelpers.GetHashCode(key.Scope)) * 397) ^ RuntimeHelpers.GetHashCode(
                key.Third));
    }
}

/// <summary>An alternative for which the reference states how often it occurs in a list.</summary>
/// <param name="Alternatives">All alternatives of the items.</param>
/// <param name="Position">The position of this alternative.</param>
/// <param name="Scope">The scope in which they are written.</param>
/// <param name="Number">The stated number.</param>
internal sealed record CountedAlternative(EquatableArray<TypeReference> Alternatives, int Position, TypeScope Scope, AlternativeNumber Number)
{
    /// <summary>The type of the alternative.</summary>
    public TypeReference Type => Alternatives[Position];
}
