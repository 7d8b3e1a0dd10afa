using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>The roles of an API: the roles that its API file declares, or else that its sections name.</summary>
internal sealed class RoleSet
{
    // The values are flags of a 64-bit enum; value 0 is None.
    private const int MaxShownRoles = 12;
    private const int MaxRoles = 63;

    private readonly ApiScope _scope;
    private readonly Dictionary<string, RoleMember> _byName = new(StringComparer.Ordinal);
    private readonly SharedIndex<string, RoleMember> _index;
    private readonly List<RoleMember> _members = [];
    private readonly bool _isDeclared;

    public RoleSet(ApiScope scope)
    {
        _scope = scope;
        _index = new(scope.Steps, SharedIndexKind.Roles, _byName);
        EnumName = scope.NameStem + "Roles";
        _isDeclared = scope.Api is { Roles.Count: > 0 };
        var names = new MemberNames(scope.Report, "", EnumName, ReservedNames.OfRoles);
        if (_isDeclared)
        {
            foreach (var role in scope.Api!.Roles)
                Declare(role.Name, role.Description, names, role.Pointer, scope.ApiFile!.Path);
        }
        else
        {
            var named = scope.Sections
                .Where(static source => source.File.Section!.Roles.Count > 0)
                .SelectMany(static source => source.File.Section!.Roles.Select((role, index) => (Name: role, source.Path, Pointer: PointerOf(index))))
                .ToLookup(static role => role.Name, StringComparer.Ordinal);
            foreach (var role in named.OrderBy(static same => same.Key, StringComparer.Ordinal))
                Declare(role.Key, null, names, role.First().Pointer, role.First().Path);
        }
    }

    public string EnumName { get; }

    public EquatableArray<RoleMember> Members => _members.ToEquatableArray();

    public EquatableArray<RoleMember> Resolve(EquatableArray<string> roles, string path)
    {
        var resolved = new List<RoleMember>(roles.Count);
        for (var i = 0; i < roles.Count; i++)
        {
            if (_index.Find(roles[i]) is { } member)
            {
                resolved.Add(member);
            }
            else if (_isDeclared)
            {
                _scope.Report.Add(SpecRules.UnknownRole, path, PointerOf(i), roles[i], Hint(roles[i]));
            }
        }

        return resolved.ToEquatableArray();
    }

    // A few roles are listed in full. For many, only the nearest one helps.
    private string Hint(string role)
        => _scope.Report.Hint(role, _byName.Keys) is { Length: > 0 } nearest ? nearest
            : _members.Count is > 0 and <= MaxShownRoles ? "; the roles are " + string.Join(", ", _members.Select(static member => member.Name))
            : "";

    private static string PointerOf(int index) => "/roles/" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Declare(string role, string? description, MemberNames names, string pointer, string path)
    {
        if (_members.Count == MaxRoles)
        {
            _scope.Report.Add(SpecRules.TooManyRoles, path, pointer, role);
            return;
        }

        if (names.Take(role, names.Free(CSharpName.Pascal(role)), pointer, path) is not { } name)
            return;
        var member = new RoleMember(role, name, description);
        _members.Add(member);
        _byName[role] = member;
    }
}
