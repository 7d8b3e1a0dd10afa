using ApiSpec;
using FailedTasksApi;
using Hitachi.JP1.AutomaticOperation;

var builder = WebApplication.CreateBuilder(args);

// To use a real server, set AutomaticOperation:BaseAddress, Login:User and Login:Password, for example in environment variables.
var settings = builder.Configuration.GetSection("AutomaticOperation");
await using var embedded = settings["BaseAddress"] is null ? await EmbeddedServer.StartAsync() : null;
var login = embedded is null
    ? builder.Configuration.GetSection("Login").Get<Login>() ?? throw new InvalidOperationException("Login:User and Login:Password are missing.")
    : Login.OfExamples;

builder.Services
    .AddAutomaticOperationClient(settings, options =>
    {
        options.BaseAddress ??= embedded!.BaseAddress;
        options.Credential = new SessionCredential(new BasicCredential(login.User, login.Password), AutomaticOperationApi.Hsso);
    })
    .AddStandardResilienceHandler();

builder.Services.AddOptions<ApiPollingOptions>().BindConfiguration("Waiting");
builder.Services.AddHealthChecks().AddCheck<ServerHealthCheck>("automatic-operation");
builder.Services.AddProblemDetails().AddExceptionHandler<CallProblems>();
builder.Services.AddTelemetry(builder.Configuration);

var app = builder.Build();
app.UseExceptionHandler();
app.MapTasks();
app.MapHealthChecks("/health", ServerHealthCheck.ResponseOptions);
await app.RunAsync();
