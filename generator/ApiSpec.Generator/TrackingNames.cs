namespace ApiSpec.Generator;

/// <summary>The names of the pipeline's steps, by which tests ask whether a step ran.</summary>
internal static class TrackingNames
{
    public const string Parse = nameof(Parse);
    public const string Models = nameof(Models);
    public const string ParseDiagnostics = nameof(ParseDiagnostics);
    public const string Settings = nameof(Settings);
    public const string Bind = nameof(Bind);
    public const string BindDiagnostics = nameof(BindDiagnostics);
    public const string OwnTypes = nameof(OwnTypes);
    public const string Target = nameof(Target);
    public const string Clients = nameof(Clients);
    public const string HostingSupport = nameof(HostingSupport);
    public const string Services = nameof(Services);
    public const string LoggingSupport = nameof(LoggingSupport);
    public const string Logs = nameof(Logs);
    public const string OpenApiSupport = nameof(OpenApiSupport);
    public const string OpenApi = nameof(OpenApi);
    public const string Fakes = nameof(Fakes);
    public const string Sources = nameof(Sources);
    public const string ProjectDiagnostics = nameof(ProjectDiagnostics);
}
