using NeuralProgram;

var model = new Model();
model.Run(seconds: 1.0);
Console.WriteLine($"After {model.Time} s the neurons say {model.Decoded.Last[0]:0.00}, and fired {model.Spikes.Spikes.Count} times.");
