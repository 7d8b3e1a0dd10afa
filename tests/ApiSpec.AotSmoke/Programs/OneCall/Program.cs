using ApiSpec.AotSmoke;
using Hitachi.JP1.AutomaticOperation;

using var transport = new HttpClient(new InMemoryHandler()) { BaseAddress = new Uri("http://10.196.184.238:22015") };
using var client = new AutomaticOperationClient(transport);

var action = await client.Tasks.GetRerunStartAsync(2026);
Console.WriteLine(action.Name + " " + action.Method + " " + action.Href);
