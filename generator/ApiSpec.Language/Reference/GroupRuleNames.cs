using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>The values that the names in the group rules of a section mean.</summary>
/// <param name="api">The files of the API.</param>
/// <param name="section">The section.</param>
/// <param name="parameters">Its parameters.</param>
internal sealed class GroupRuleNames(IApiReference api, SectionDeclaration section, RequestTables parameters)
{
    private static readonly string[] Parameters = [RequestTables.Query, RequestTables.Headers, RequestTables.Form];

    private readonly ValueTable? _body = BodyReference.TableOrTupleOf(api, BodyReference.Resolve(api, section.Body, isRequest: true));

    /// <summary>Returns the part of a request in which a name is. A parameter takes precedence over a field or a member of the body.</summary>
    public string PlaceOf(string name) => Array.Find(Parameters, place => parameters.Find(place)?.Find(name) is not null) ?? RequestTables.Body;

    /// <summary>Returns the row of a name, with dots and in arrays with positions too, in the table of the body; null: the table does not have it.</summary>
    public RowPath? RowInBody(string name) => _body is null ? null : RowPath.FindWithTuples(_body, name);

    /// <summary>Whether requests are compared with a rule.</summary>
    public bool IsChecked(ParameterChoice rule) => rule.Names.All(name => WhyUnchecked(name) is null);

    /// <summary>Returns why a rule with a name is not checked; null: it is. The values that the program does not set are not known before a request is
    /// sent.</summary>
    public string? WhyUnchecked(string name)
    {
        var place = PlaceOf(name);
        return place == RequestTables.Headers && RequestHeaders.IsOfClient(name) ? "is set by the client"
            : IsFilled(place, name) ? "comes from the credential" : null;
    }

    private bool IsFilled(string place, string name) => place switch
    {
        RequestTables.Query => CredentialParameters.FillQuery(api.Api, section, name),
        RequestTables.Headers => CredentialParameters.FillHeader(api.Api, section, name),
        RequestTables.Form => CredentialParameters.FillForm(api.Api, section, name),
        _ => CredentialParameters.FillInBody(api.Api, section, name) || (RowInBody(name) is null && IsFilledWithoutRow(name)),
    };

    // A page need not have a row for what a credential sends.
    private bool IsFilledWithoutRow(string name)
        => CredentialParameters.Fill(api.Api, section, name) || CredentialParameters.FillHeader(api.Api, section, name);
}
