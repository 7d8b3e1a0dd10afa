namespace ApiSpec.Tool.Diff;

/// <summary>How much a change matters to a program that calls the API.</summary>
internal enum ChangeLevel
{
    /// <summary>A correct program keeps working.</summary>
    Info,

    /// <summary>A program can receive something that it does not know.</summary>
    Warning,

    /// <summary>A correct program can fail.</summary>
    Breaking,
}

/// <summary>A kind of change.</summary>
/// <param name="Id">Its name on the command line and in reports: <c>role-removed</c>.</param>
/// <param name="Level">The default level.</param>
internal sealed record ChangeRule(string Id, ChangeLevel Level)
{
    public static readonly ChangeRule OperationRemoved = new("operation-removed", ChangeLevel.Breaking);
    public static readonly ChangeRule OperationAdded = new("operation-added", ChangeLevel.Info);
    public static readonly ChangeRule OperationDeprecated = new("operation-deprecated", ChangeLevel.Warning);
    public static readonly ChangeRule RequestLineChanged = new("request-line-changed", ChangeLevel.Breaking);
    public static readonly ChangeRule RoleRemoved = new("role-removed", ChangeLevel.Breaking);
    public static readonly ChangeRule RoleAdded = new("role-added", ChangeLevel.Info);
    public static readonly ChangeRule AuthenticationRemoved = new("authentication-removed", ChangeLevel.Breaking);
    public static readonly ChangeRule AuthenticationAdded = new("authentication-added", ChangeLevel.Info);

    public static readonly ChangeRule RequestValueRemoved = new("request-value-removed", ChangeLevel.Breaking);
    public static readonly ChangeRule RequestValueAdded = new("request-value-added", ChangeLevel.Info);
    public static readonly ChangeRule RequestRequiredValueAdded = new("request-required-value-added", ChangeLevel.Breaking);
    public static readonly ChangeRule RequestValueRequired = new("request-value-required", ChangeLevel.Breaking);
    public static readonly ChangeRule RequestValueOptional = new("request-value-optional", ChangeLevel.Info);
    public static readonly ChangeRule RequestTypeChanged = new("request-type-changed", ChangeLevel.Breaking);
    public static readonly ChangeRule RequestTypeWidened = new("request-type-widened", ChangeLevel.Info);
    public static readonly ChangeRule RequestRangeNarrowed = new("request-range-narrowed", ChangeLevel.Breaking);
    public static readonly ChangeRule RequestRangeWidened = new("request-range-widened", ChangeLevel.Info);
    public static readonly ChangeRule RequestConstantChanged = new("request-constant-changed", ChangeLevel.Breaking);
    public static readonly ChangeRule RequestConditionAdded = new("request-condition-added", ChangeLevel.Breaking);
    public static readonly ChangeRule RequestConditionRemoved = new("request-condition-removed", ChangeLevel.Info);
    public static readonly ChangeRule RequestDefaultChanged = new("request-default-changed", ChangeLevel.Warning);

    public static readonly ChangeRule ResponseMemberRemoved = new("response-member-removed", ChangeLevel.Breaking);
    public static readonly ChangeRule ResponseMemberAdded = new("response-member-added", ChangeLevel.Info);
    public static readonly ChangeRule ResponseMemberOptional = new("response-member-optional", ChangeLevel.Breaking);
    public static readonly ChangeRule ResponseMemberRequired = new("response-member-required", ChangeLevel.Info);
    public static readonly ChangeRule ResponseTypeChanged = new("response-type-changed", ChangeLevel.Breaking);
    public static readonly ChangeRule ResponseTypeNarrowed = new("response-type-narrowed", ChangeLevel.Info);
    public static readonly ChangeRule ResponseEnumWidened = new("response-enum-widened", ChangeLevel.Warning);
    public static readonly ChangeRule ResponseRangeChanged = new("response-range-changed", ChangeLevel.Info);
    public static readonly ChangeRule ResponseConstantChanged = new("response-constant-changed", ChangeLevel.Breaking);

    public static readonly ChangeRule JsonPrefixAdded = new("json-prefix-added", ChangeLevel.Breaking);
    public static readonly ChangeRule JsonPrefixRemoved = new("json-prefix-removed", ChangeLevel.Info);

    public static readonly ChangeRule ValueNameChanged = new("value-name-changed", ChangeLevel.Warning);
    public static readonly ChangeRule SuccessRemoved = new("success-status-removed", ChangeLevel.Breaking);
    public static readonly ChangeRule SuccessAdded = new("success-status-added", ChangeLevel.Warning);
    public static readonly ChangeRule ErrorRemoved = new("error-removed", ChangeLevel.Info);
    public static readonly ChangeRule ErrorAdded = new("error-added", ChangeLevel.Warning);
    public static readonly ChangeRule MeaningChanged = new("status-meaning-changed", ChangeLevel.Warning);
    public static readonly ChangeRule WordsChanged = new("words-changed", ChangeLevel.Info);

    /// <summary>All kinds, in the order in which the documentation lists them.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        OperationRemoved, OperationAdded, OperationDeprecated, RequestLineChanged, RoleRemoved, RoleAdded, AuthenticationRemoved, AuthenticationAdded,
        RequestValueRemoved, RequestValueAdded, RequestRequiredValueAdded, RequestValueRequired, RequestValueOptional, RequestTypeChanged, RequestTypeWidened,
        RequestRangeNarrowed, RequestRangeWidened, RequestConstantChanged, RequestConditionAdded, RequestConditionRemoved,
        RequestDefaultChanged,
        ResponseMemberRemoved, ResponseMemberAdded, ResponseMemberOptional, ResponseMemberRequired, ResponseTypeChanged, ResponseTypeNarrowed,
        ResponseEnumWidened,
        ResponseRangeChanged, ResponseConstantChanged, JsonPrefixAdded, JsonPrefixRemoved, ValueNameChanged, SuccessRemoved, SuccessAdded, ErrorRemoved,
        ErrorAdded, MeaningChanged, WordsChanged,
    ];
}

/// <summary>A change between two references or editions.</summary>
/// <param name="Rule">Its kind.</param>
/// <param name="Level">The level in this comparison.</param>
/// <param name="Operation">The operation: <c>Tasks.Get</c>.</param>
/// <param name="Path">The file: the new one, or the old one if the element was removed.</param>
/// <param name="Line">The line in the file; the first is 1.</param>
/// <param name="Text">What changed, as a sentence without a full stop.</param>
internal sealed record Change(ChangeRule Rule, ChangeLevel Level, string Operation, string Path, int Line, string Text);
