import { testFaults } from './support/fault-cases.js';

testFaults('chat');
