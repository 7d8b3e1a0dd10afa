using System.Diagnostics.CodeAnalysis;
using ApiSpec.AotSmoke;
using Hitachi.JP1.AutomaticOperation;

using var transport = new HttpClient(new InMemoryHandler()) { BaseAddress = new Uri("http://10.196.184.238:22015") };
using var client = new AutomaticOperationClient(transport);

var action = await client.Tasks.GetRerunStartAsync(2026);
Console.WriteLine(action.Name + " " + action.Method + " " + action.Href);

// References every operation, like a program that calls it.
string[] methods =
[
    .. MethodsOf<FlowStepsClient>(), .. MethodsOf<PropertyDefinitionsClient>(), .. MethodsOf<PropertyGroupsClient>(),
    .. MethodsOf<PropertyInformationsClient>(),
    .. MethodsOf<PropertyValuesClient>(), .. MethodsOf<SchedulesClient>(), .. MethodsOf<ServiceGroupsClient>(), .. MethodsOf<ServiceTemplatesClient>(),
    .. MethodsOf<ServicesClient>(), .. MethodsOf<TagGroupsClient>(), .. MethodsOf<TagsClient>(), .. MethodsOf<TaskHistoriesClient>(),
    .. MethodsOf<TaskLogsClient>(), .. MethodsOf<TasksClient>(), .. MethodsOf<UsersClient>(), .. MethodsOf<VersionsClient>(),
];
var operations = AutomaticOperationApi.Operations;
Console.WriteLine(
    operations.Count(operation => methods.Contains(operation.Group + "Client." + operation.Name + "WithResponseAsync")) + " of " + operations.Count);

// The annotation keeps the public methods of a group from being trimmed.
static IEnumerable<string> MethodsOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TGroup>()
    => typeof(TGroup).GetMethods().Select(static method => typeof(TGroup).Name + "." + method.Name);
