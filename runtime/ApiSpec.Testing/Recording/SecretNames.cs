using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;
using ApiSpec.Testing.Loading;
using ApiSpec.Xml;

namespace ApiSpec.Testing.Recording;

/// <summary>The names under which the messages of an operation hold secrets.</summary>
/// <remarks>
/// By name and not by place: a server can put a member where the reference does not have it. A name that is secret in any operation is secret in all of them,
/// unless the tables of the operation have it without <c>secret</c>.
/// </remarks>
internal sealed class SecretNames
{
    private readonly Table _own;
    private readonly Table _ofApi;

    private SecretNames(Table own, Table ofApi) => (_own, _ofApi) = (own, ofApi);

    /// <summary>Whether the tables of the operation have secrets in a body.</summary>
    public required bool AreInBodies { get; init; }

    /// <summary>Whether the request body of the operation has secrets.</summary>
    public required bool AreInRequest { get; init; }

    /// <summary>Whether an operation of the API has secrets in a body.</summary>
    public bool AreInApi => !_own.IsEmpty || !_ofApi.IsEmpty;

    /// <summary>Whether the value of a member, field, element or attribute is secret. The name of an attribute starts with <c>@</c>.</summary>
    public bool Contains(string name)
        => IsSecret(name) || IsSecret(XmlNames.Local(name)) || (!_own.Public.Contains(name) && Array.Exists(PartsOf(name), IsSecret));

    /// <summary>Whether the text of an element is secret, because a table has a secret <c>#text</c>. It says nothing about which element that is.</summary>
    public bool HidesText(string element) => _own.Secret.Contains(XmlNames.Text) && !_own.Values.Contains(XmlNames.Local(element));

    /// <summary>Whether the specs have the name, so that it is not a secret itself.</summary>
    public bool IsDocumented(string name) => _ofApi.Public.Contains(name) || _ofApi.Secret.Contains(name);

    /// <summary>The names of all operations of an API.</summary>
    public static Dictionary<StubOperation, SecretNames> Of(StubApi api)
    {
        var ofApi = new Table();
        var all = new Dictionary<StubOperation, SecretNames>();
        ofApi.Secret.UnionWith((api.Api?.Authentication ?? []).SelectMany(static scheme => scheme.Names.Select(Last)));
        var issuers = (api.Api?.Authentication ?? []).Where(static scheme => scheme.Member is not null).ToList();
        foreach (var operation in api.Operations)
        {
            var own = new Table();
            var request = new ReachableRows(api);
            request.Add(BodyReference.Resolve(api, operation.Body, isRequest: true));
            own.Add(request.Visit());
            foreach (var scheme in CredentialParameters.SchemesOf(api.Api, operation.Declaration))
            {
                if (scheme.Place is CredentialPlace.Form or CredentialPlace.Body)
                    own.Secret.UnionWith(scheme.Names.Select(Last));
            }

            var areInRequest = !own.IsEmpty;
            var responses = new ReachableRows(api);
            responses.Add(BodyReference.Resolve(api, operation.Response, isRequest: false));
            responses.Add(operation.BodyOutcomes.Error);
            foreach (var outcome in operation.Outcomes.All)
                responses.Add(BodyReference.Resolve(api, outcome.OwnBody, isRequest: false));
            own.Add(responses.Visit());
            var areInBodies = !own.IsEmpty || issuers.Exists(scheme => scheme.Operation == operation.Id);
            // Whatever operation has issued them, tokens can be in any body.
            own.Secret.UnionWith(issuers.Select(static scheme => Last(scheme.Member!)));
            var parameters = new ReachableRows(api);
            var responseHeaders = operation.Outcomes.All.SelectMany(static outcome => outcome.Headers);
            foreach (var row in operation.QueryRows.Concat(operation.HeaderRows).Concat(responseHeaders))
                parameters.AddInside(row);
            own.Add(parameters.Visit().Where(static row => row.IsSecret));
            ofApi.Add(own);
            // Links and texts have the parameters of a query as well: '?token=...'.
            ofApi.Add(operation.QueryRows.Where(static row => row.IsSecret));
            ofApi.Secret.UnionWith((operation.Declaration.Authentication ?? []).SelectMany(static scheme => scheme.Names.Select(Last)));
            all.Add(operation, new SecretNames(own, ofApi) { AreInRequest = areInRequest, AreInBodies = areInBodies });
        }

        return all;
    }

    /// <summary>No name is that of a secret, but the names in all specs are known.</summary>
    public static SecretNames None(IEnumerable<SecretNames> all)
    {
        var known = new Table();
        foreach (var names in all)
        {
            known.Public.UnionWith(names._ofApi.Public);
            known.Public.UnionWith(names._ofApi.Secret);
        }

        return new SecretNames(new Table(), known) { AreInRequest = false, AreInBodies = false };
    }

    private bool IsSecret(string name)
        => _own.Has(name) || (!_own.Public.Contains(name) && _ofApi.Has(name));

    /// <summary>The names in the name of a parameter or field; empty: it is only one.</summary>
    /// <remarks>'user[password]' and 'user.password' of a form are members of a member; 'passwords[0]' and 'passwords[]' are of a list. All within a secret is
    /// secret.</remarks>
    public static string[] PartsOf(string name)
        => name.AsSpan().ContainsAny("[].") ? name.Split(['[', ']', '.'], StringSplitOptions.RemoveEmptyEntries) : [];

    private static string Last(string path) => path[(path.LastIndexOf('.') + 1)..];

    private sealed class Table
    {
        public HashSet<string> Secret { get; } = new(StringComparer.OrdinalIgnoreCase);

        public List<string> Patterns { get; } = [];

        public bool IsEmpty => Secret.Count == 0 && Patterns.Count == 0;

        /// <summary>Names that are not secret.</summary>
        public HashSet<string> Public { get; } = new(StringComparer.Ordinal);

        /// <summary>Names of single values that are not secret.</summary>
        public HashSet<string> Values { get; } = new(StringComparer.Ordinal);

        public bool Has(string name)
            => Secret.Contains(name) || (name.StartsWith('@') && Secret.Contains(name[1..])) || Patterns.Exists(pattern => NamePattern.Matches(pattern, name));

        public void Add(IEnumerable<RowDeclaration> rows)
        {
            foreach (var row in rows)
            {
                if (row.IsSecret && row.IsPattern)
                    Patterns.Add(row.Name);
                foreach (var name in row.Names)
                {
                    if (row.IsSecret)
                        Secret.UnionWith([name, XmlNames.Local(name)]);
                    else
                        Public.UnionWith([name, XmlNames.Local(name)]);
                    if (!row.IsSecret && row.Members.Count == 0 && IsValue(row.Type))
                        Values.Add(XmlNames.Local(name));
                }
            }

            // A name that is secret in one table of an operation is so in all of them.
            Public.ExceptWith(Secret);
        }

        private static bool IsValue(TypeReference type)
            => type is { Arguments.Count: 0, Kind: not (TypeKind.Named or TypeKind.Object or TypeKind.Tuple or TypeKind.Any or TypeKind.Unknown) };

        public void Add(Table other)
        {
            Secret.UnionWith(other.Secret);
            Patterns.AddRange(other.Patterns);
            Public.UnionWith(other.Public);
        }
    }
}
