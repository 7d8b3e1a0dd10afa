namespace ApiSpec.Generator.Emit;

/// <summary>
/// The types that generated code uses, of the runtime library, the testing kit and .NET. Their names are complete, so that no type of a project can hide them.
/// </summary>
internal static class RuntimeTypes
{
    public const string ApiArgument = "global::ApiSpec.Generated.ApiArgument";
    public const string ApiCall = "global::ApiSpec.Generated.ApiCall";
    public const string ApiChoice = "global::ApiSpec.Generated.ApiChoice";
    public const string ApiCondition = "global::ApiSpec.Generated.ApiCondition";
    public const string ApiConditions = "global::ApiSpec.Generated.ApiConditions";
    public const string ApiConditionValues = "global::ApiSpec.Generated.ApiConditionValues";
    public const string ApiContractException = "global::ApiSpec.ApiContractException";
    public const string ApiContractConverter = "global::ApiSpec.Generated.ApiContractConverter";
    public const string ApiCredentialPlace = "global::ApiSpec.ApiCredentialPlace";
    public const string ApiDescription = "global::ApiSpec.ApiDescription";
    public const string ApiEditions = "global::ApiSpec.ApiEditions";
    public const string ApiFailureBodies = "global::ApiSpec.Generated.ApiFailureBodies";
    public const string ApiFormPart = "global::ApiSpec.Generated.ApiFormPart";
    public const string ApiHosting = "global::ApiSpec.Generated.ApiHosting";
    public const string ApiHref = "global::ApiSpec.Generated.ApiHref";
    public const string ApiItems = "global::ApiSpec.Generated.ApiItems";
    public const string ApiJson = "global::ApiSpec.ApiJson";
    public const string ApiJsonConverter = "global::ApiSpec.ApiJsonConverter";
    public const string ApiLocalTime = "global::ApiSpec.Generated.ApiLocalTime";
    public const string ApiMap = "global::ApiSpec.ApiMap";
    public const string ApiOperation = "global::ApiSpec.ApiOperation";
    public const string ApiJsonPrefix = "global::ApiSpec.Generated.ApiJsonPrefix";
    public const string ApiOutcomes = "global::ApiSpec.Generated.ApiOutcomes";
    public const string ApiPagePosition = "global::ApiSpec.Generated.ApiPagePosition";
    public const string ApiPages = "global::ApiSpec.Generated.ApiPages";
    public const string ApiRawBody = "global::ApiSpec.ApiRawBody";
    public const string ApiRequest = "global::ApiSpec.ApiRequest";
    public const string ApiSchemaComponents = "global::ApiSpec.Generated.ApiSchemaComponents";
    public const string ApiSchemaNames = "global::ApiSpec.Generated.ApiSchemaNames";
    public const string ApiSessionScheme = "global::ApiSpec.ApiSessionScheme";
    public const string ApiStatus = "global::ApiSpec.ApiStatus";
    public const string ApiStatusBodies = "global::ApiSpec.Generated.ApiStatusBodies";
    public const string ApiStatusTable = "global::ApiSpec.Generated.ApiStatusTable";
    public const string ApiToken = "global::ApiSpec.Generated.ApiToken";
    public const string ApiValue = "global::ApiSpec.Generated.ApiValue";
    public const string ApiValueForm = "global::ApiSpec.Generated.ApiValueForm";
    public const string ApiXml = "global::ApiSpec.Generated.ApiXml";
    public const string ApiText = "global::ApiSpec.Generated.ApiText";
    public const string AsyncEnumerable = "global::System.Collections.Generic.IAsyncEnumerable";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string CollectionValue = "global::ApiSpec.Generated.CollectionValue";
    public const string HeaderMap = "global::ApiSpec.Generated.HeaderMap";
    public const string HeaderValue = "global::ApiSpec.Generated.HeaderValue";
    public const string HqlField = "global::ApiSpec.HqlField";
    public const string HqlFlagMember = "global::ApiSpec.HqlFlagMember";
    public const string HqlMember = "global::ApiSpec.HqlMember";
    public const string HqlTextMember = "global::ApiSpec.HqlTextMember";
    public const string IApiContract = "global::ApiSpec.IApiContract";
    public const string NumberText = "global::ApiSpec.Generated.NumberText";
    public const string IEnumValue = "global::ApiSpec.Generated.IEnumValue";
    public const string INumberValue = "global::ApiSpec.Generated.INumberValue";
    public const string JsonCheck = "global::ApiSpec.Generated.JsonCheck";
    public const string JsonElement = "global::System.Text.Json.JsonElement";
    public const string JsonIgnore = "global::System.Text.Json.Serialization.JsonIgnore";
    public const string JsonMembers = "global::ApiSpec.Generated.JsonMembers";
    public const string JsonPattern = "global::ApiSpec.Generated.JsonPattern";
    public const string JsonPropertyName = "global::System.Text.Json.Serialization.JsonPropertyName";
    public const string JsonRead = "global::ApiSpec.Generated.JsonRead";
    public const string JsonSchemaBuilder = "global::ApiSpec.Generated.JsonSchemaBuilder";
    public const string JsonShape = "global::ApiSpec.Generated.JsonShape";
    public const string JsonWrite = "global::ApiSpec.Generated.JsonWrite";
    public const string QueryList = "global::ApiSpec.Generated.QueryList";
    public const string QueryMap = "global::ApiSpec.Generated.QueryMap";
    public const string RequestTarget = "global::ApiSpec.Generated.RequestTarget";
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string TextList = "global::ApiSpec.Generated.TextList";
    public const string TextValue = "global::ApiSpec.Generated.TextValue";
    public const string TokenCredential = "global::ApiSpec.TokenCredential";
    public const string UnionJson = "global::ApiSpec.Generated.UnionJson";
    public const string Utf8JsonReader = "global::System.Text.Json.Utf8JsonReader";
    public const string Utf8JsonWriter = "global::System.Text.Json.Utf8JsonWriter";

    // Namespaces whose types are mostly used once.
    public const string Http = "global::Microsoft.Extensions.Http";
    public const string Injection = "global::Microsoft.Extensions.DependencyInjection";
    public const string Logging = "global::Microsoft.Extensions.Logging";
    public const string Options = "global::Microsoft.Extensions.Options";
    public const string TestingKit = "global::ApiSpec.Testing";
}
